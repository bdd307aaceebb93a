package org.snn4j.training;

/** A teacher that acts on the neurons that learn, while they are shown a training image. Their answers are then its own doing. */
public sealed interface DirectTeacher extends Teacher permits Clamp, HoldBack {}
