/**
 * Pictures of networks and training runs, drawn without a screen.
 *
 * <p>{@link org.snn4j.analysis.chart.Plots} makes each with one call. A chart is a value made of the numbers it shows;
 * {@code chart(...)} draws it with JFreeChart, for a program that wants to go on from there, and
 * {@link org.snn4j.analysis.chart.Picture} saves it or shows it in a window.
 */
package org.snn4j.analysis.chart;
