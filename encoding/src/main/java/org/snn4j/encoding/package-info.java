/** Images to spike trains. */
package org.snn4j.encoding;
