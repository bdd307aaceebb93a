/**
 * From spike counts to scores: which class each neuron stands for, votes over a sample's spikes, other readouts (n-grams,
 * logistic regression), accuracy with its interval, confusion between classes, the comparison of two models, and accuracy
 * while training goes on.
 *
 * <p>The way of one sample: its counts and label fill {@link org.snn4j.evaluation.ClassResponses}; these update a
 * {@link org.snn4j.evaluation.LabelAssignment}; a {@link org.snn4j.evaluation.Vote} predicts another sample's class
 * with it; a {@link org.snn4j.evaluation.ConfusionMatrix} counts the predictions. Spike counts are one {@code int}
 * per neuron; samples are never held, but by {@link org.snn4j.evaluation.LogisticReadout}, which has to see them often.
 */
package org.snn4j.evaluation;
