package org.snn4j.evaluation;

/** So many samples of class {@code label} were taken for class {@code predicted}. */
public record Confusion(int label, int predicted, long count) {}
