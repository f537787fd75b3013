package dev.aisle.ingest.catalog.documents;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.pictures.PictureReading;
import dev.aisle.contracts.catalog.v1.Picture;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.ingest.shared.values.Hashes;
import dev.aisle.ingest.shared.values.Timestamps;
import java.util.HexFormat;

/** Changes of a product's picture. */
public final class ProductPictures {
    private ProductPictures() {}

    /**
     * What is kept of a file.
     *
     * @param sha256 of the file, in hexadecimal digits
     */
    public record Stored(Picture picture, String sha256) {}

    /** Of a file that was read. */
    public static Stored of(byte[] file, PictureReading.Read read) {
        ByteString hash = Hashes.sha256(file);
        Picture picture = Picture.newBuilder()
                .setPixels(ByteString.copyFrom(read.picture().rgb()))
                .setSha256(hash)
                .setMediaType(read.format().mediaType())
                .setWidth(read.width())
                .setHeight(read.height())
                .build();
        return new Stored(picture, HexFormat.of().formatHex(hash.toByteArray()));
    }

    /** The product looks like this. */
    public static CatalogChange change(String productId, Picture picture, Terms terms) {
        return CatalogChange.newBuilder()
                .setProductId(productId)
                .setTenant(terms.tenant())
                .setSourceTime(Timestamps.of(terms.sourceTime()))
                .setPicture(picture)
                .build();
    }

    /** The product has no picture any more. */
    public static CatalogChange removal(String productId, Terms terms) {
        return change(productId, Picture.getDefaultInstance(), terms);
    }
}
