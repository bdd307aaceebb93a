/** Many trainings and their tests: side by side, each kept as it ends, and not done again. */
package org.snn4j.training.trial;
