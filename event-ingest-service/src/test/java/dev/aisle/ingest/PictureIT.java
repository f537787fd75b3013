package dev.aisle.ingest;

import static dev.aisle.ingest.Catalogue.operator;
import static dev.aisle.ingest.Catalogue.put;
import static dev.aisle.ingest.Catalogue.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class PictureIT {
    /** Made by cwebp: red left, blue right, 40 × 30. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode(
                    "UklGRnYAAABXRUJQVlA4IGoAAAAwBQCdASooAB4APjEUiEKiISEYBAAgAwSgB3BfAPwg4QIYB+AFd/7gABwmuKXtdUzAAAD+9FEf//n5kA4Yu///rYPWwetg/1rP/HmZOXmhC79eZW7HXcYv9eZS8S66oci3Jkl9Hv6wAAAA");

    private static byte[] file(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static String address(String id) {
        return "/v1/products/" + id + "/picture";
    }

    private static Product product(String id, int atLeast) throws InvalidProtocolBufferException {
        return Product.parseFrom(
                TestRecords.awaitKey(Topic.CATALOG, atLeast, id).getLast().value());
    }

    @Test
    void aPictureBecomesSmallPixelsInTheCatalogueAndTheFileIsForgotten() throws IOException {
        String id = Shop.newId("pictured");
        put(id, "{\"title\":\"Tea\"}").statusCode(200);
        byte[] file = file("png", 300, 200);

        send("PUT", address(id), "image/png", file)
                .statusCode(200)
                .body("productId", equalTo(id))
                .body("stored", equalTo(true))
                .body("mediaType", equalTo("image/png"))
                .body("width", equalTo(300))
                .body("height", equalTo(200));

        Product product = product(id, 2);
        assertThat(product.getTitle()).isEqualTo("Tea");
        assertThat(product.getPicture().getPixels().size()).isEqualTo(Picture.BYTES);
        assertThat(product.getPicture().getSha256().size()).isEqualTo(32);
        assertThat(product.getSerializedSize()).isLessThan(Picture.BYTES + 300);
    }

    @Test
    void jpegAndWebpAreTakenAsWell() throws IOException {
        String id = Shop.newId("pictured");
        put(id, "{\"title\":\"Tea\"}").statusCode(200);

        send("PUT", address(id), "image/jpeg", file("jpg", 60, 60)).statusCode(200);
        send("PUT", address(id), "image/webp", WEBP).statusCode(200).body("width", equalTo(40));

        assertThat(product(id, 3).getPicture().getMediaType()).isEqualTo("image/webp");
    }

    @Test
    void aPictureThatIsTakenAwayLeavesTheProduct() throws IOException {
        String id = Shop.newId("pictured");
        put(id, "{\"title\":\"Tea\"}").statusCode(200);
        send("PUT", address(id), "image/png", file("png", 30, 30)).statusCode(200);
        assertThat(product(id, 2).hasPicture()).isTrue();

        operator().delete(address(id)).then().statusCode(204);

        assertThat(product(id, 3).hasPicture()).isFalse();
        assertThat(product(id, 3).getTitle()).isEqualTo("Tea");
    }

    @Test
    void aBombATruncatedAndAMislabelledFileAreRefusedByName() throws IOException {
        String id = Shop.newId("refused");
        byte[] bomb = file("png", 30, 30);
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);

        send("PUT", address(id), "image/png", bomb)
                .statusCode(413)
                .body("detail", containsString("picture: the picture has 100000 × 100000 pixels"));
        byte[] whole = file("jpg", 200, 200);
        send("PUT", address(id), "image/jpeg", Arrays.copyOf(whole, whole.length / 2))
                .statusCode(400)
                .body("detail", containsString("send the whole file"));
        send("PUT", address(id), "image/png", whole)
                .statusCode(415)
                .body("detail", containsString("image/jpeg by its first bytes"));
        send("PUT", address(id), "image/png", new byte[0]).statusCode(400);
        send("PUT", address(id), "image/gif", whole).statusCode(415);
        send("PUT", address(id) + "?validate=true", "image/jpeg", whole)
                .statusCode(200)
                .body("stored", equalTo(false));
    }
}
