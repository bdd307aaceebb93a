/** A page in the browser that shows a network while it learns. */
package org.snn4j.analysis.live;
