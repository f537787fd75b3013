package dev.aisle.recommender.search.pictures;

import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureEncoder;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.recommender.search.content.Space;
import dev.aisle.text.StoredVector;
import java.util.List;
import java.util.function.Predicate;

/**
 * An encoder with the products' pictures as it sees them. A picture takes the encoder's dimension in bytes and about 120 for its names.
 *
 * @param version names the encoder
 */
public record Looking(String version, PictureEncoder encoder, Space space) {
    private static final float ANY = -1;

    /** Without any product. */
    public static Looking with(String version, PictureEncoder encoder) {
        return new Looking(version, encoder, new Space(encoder.dimension()));
    }

    /** Takes a product's picture, or takes it away. */
    public void put(String productId, ProductPicture picture) {
        if (!space.has(productId, picture.hash())) {
            space.put(productId, StoredVector.of(picture.hash(), encoder.point(picture.picture())));
        }
    }

    /** The products that look most like a picture, the most alike first, with the cosine of their points. */
    public List<Near> like(Picture picture, int count, Predicate<String> accepts) {
        return space.nearest(encoder.point(picture), count, ANY, accepts);
    }
}
