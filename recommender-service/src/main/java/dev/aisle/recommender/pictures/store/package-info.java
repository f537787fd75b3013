/**
 * The files of encoders beside the files of models, and pictures in the messages of products.
 */
@NullMarked
package dev.aisle.recommender.pictures.store;

import org.jspecify.annotations.NullMarked;
