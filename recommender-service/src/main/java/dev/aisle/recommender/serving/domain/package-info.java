/**
 * From signals to a list with reasons. Pure rules on a model and a catalogue.
 */
@NullMarked
package dev.aisle.recommender.serving.domain;

import org.jspecify.annotations.NullMarked;
