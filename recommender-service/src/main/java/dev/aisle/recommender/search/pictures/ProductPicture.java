package dev.aisle.recommender.search.pictures;

import dev.aisle.algorithms.pictures.Picture;
import java.time.Instant;

/**
 * A product's picture as the catalogue has it.
 *
 * @param hash tells it from the one before
 * @param sha256 of the file that was sent, in hexadecimal digits
 * @param mediaType of that file
 * @param width of that file, in pixels
 * @param height the same
 */
record ProductPicture(
        Picture picture, long hash, String sha256, String mediaType, int width, int height, Instant sourceTime) {}
