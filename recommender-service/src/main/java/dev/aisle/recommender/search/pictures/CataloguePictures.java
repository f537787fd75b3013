package dev.aisle.recommender.search.pictures;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Pictures stand in the messages of products, which the table of products keeps. */
@Singleton
class CataloguePictures {
    private final ProductRepository products;

    CataloguePictures(ProductRepository products) {
        this.products = products;
    }

    /** These products as they are now. */
    public List<ProductChange> find(Collection<String> productIds) {
        return products.find(productIds);
    }

    /** The picture of a product; empty when it is gone, has none, or has one of another size than encoders see. */
    public static Optional<ProductPicture> of(ProductChange change) {
        return change instanceof Described product ? read(product.payload()) : Optional.empty();
    }

    private static Optional<ProductPicture> read(byte[] payload) {
        try {
            dev.aisle.contracts.catalog.v1.Picture picture =
                    Product.parseFrom(payload).getPicture();
            byte[] pixels = picture.getPixels().toByteArray();
            return pixels.length == Picture.BYTES
                    ? Optional.of(new ProductPicture(
                            new Picture(pixels),
                            hash(pixels),
                            HexFormat.of().formatHex(picture.getSha256().toByteArray()),
                            picture.getMediaType(),
                            picture.getWidth(),
                            picture.getHeight(),
                            Instant.ofEpochSecond(
                                    picture.getSourceTime().getSeconds(),
                                    picture.getSourceTime().getNanos())))
                    : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A row of the catalogue holds no message of a product", e);
        }
    }

    private static long hash(byte[] pixels) {
        return ((long) Arrays.hashCode(pixels) << 32) | pixels.length;
    }
}
