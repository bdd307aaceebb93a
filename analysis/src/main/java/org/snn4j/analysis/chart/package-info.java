/**
 * Pictures of a training run, drawn without a screen.
 *
 * <p>A chart is a value made of the numbers it shows; {@code chart(...)} draws it with JFreeChart, for a program that
 * wants to go on from there, and {@link org.snn4j.analysis.chart.Charts#png} makes a picture of it.
 */
package org.snn4j.analysis.chart;
