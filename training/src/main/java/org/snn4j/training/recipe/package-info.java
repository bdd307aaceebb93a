/** What to train a network of some size with, by a name, and how well others' networks of that size did. */
package org.snn4j.training.recipe;
