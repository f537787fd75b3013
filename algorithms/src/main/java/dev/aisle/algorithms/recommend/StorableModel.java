package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.artefact.ArtefactWriter;

/** A model that can be kept in a file. What its class reads from there scores with the same bits. */
public interface StorableModel extends Model {
    /** Adds the arrays of this model to a file. */
    void store(ArtefactWriter into);
}
