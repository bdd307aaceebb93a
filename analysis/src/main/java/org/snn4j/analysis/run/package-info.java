/** The report of a training run. */
package org.snn4j.analysis.run;
