package dev.aisle.recommender.search.pictures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureEncoder;
import dev.aisle.algorithms.pictures.PictureNetwork;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.recommender.v1.Filters;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.SimilarToImageRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures from the catalogue's topic to lists of what looks alike. The encoder's weights are random: it sees like pixels alike all the same. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PicturesIT {
    private static final String ASKING = "/v1/recommendations/similar-to-image";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String red = "red-" + run;
    private final String blue = "blue-" + run;
    private final String striped = "striped-" + run;

    @TempDir
    Path folder;

    @AfterEach
    void takeAway() {
        operator().delete("/v1/picture-encoder").then().statusCode(204);
        List.of(red, blue, striped).forEach(id -> TestRecords.write(Topic.CATALOG, id, null));
    }

    @Test
    void whatLooksLikeAPictureComesFirstAndSaysSo() throws IOException {
        stock();
        takes(encoder(1)).statusCode(200).body("categories", equalTo(List.of("a", "b")));
        List.of(red, blue, striped).forEach(this::seen);

        asks(file(striped(), "png"), "image/png", Map.of("brand", run))
                .statusCode(200)
                .body("items[0].productId", equalTo(striped))
                .body("items[0].source", equalTo("picture"))
                .body("items[0].reason.code", equalTo("looks-like"))
                .body("items[0].reason.text", equalTo("Looks like the picture"))
                .body("items.size()", equalTo(3))
                .body("personalized", equalTo(false));
        asks(file(striped(), "jpg"), "image/jpeg", Map.of("brand", run, "locale", "zh-CN", "category", "Blue"))
                .statusCode(200)
                .body("items[0].productId", equalTo(blue))
                .body("items[0].reason.text", equalTo("与图片相似"))
                .body("items.size()", equalTo(1));
    }

    @Test
    void pagesFollowEachOtherForTheSamePictureOnly() throws IOException {
        stock();
        takes(encoder(1)).statusCode(200);
        List.of(red, blue, striped).forEach(this::seen);
        byte[] picture = file(striped(), "png");

        String cursor = asks(picture, "image/png", Map.of("brand", run, "size", "1"))
                .statusCode(200)
                .extract()
                .path("nextPageCursor");

        asks(picture, "image/png", Map.of("brand", run, "size", "2", "pageCursor", cursor))
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items.productId", not(equalTo(striped)));
        asks(file(plain(Color.RED), "png"), "image/png", Map.of("brand", run, "pageCursor", cursor))
                .statusCode(400)
                .body("detail", containsString("pageCursor"));
    }

    @Test
    void overGrpcTheSameAndErrorsNameTheField() throws IOException {
        stock();
        try (Grpc grpc = new Grpc()) {
            var stub = grpc.with(TestTokens.withRoles(Role.STOREFRONT));
            SimilarToImageRequest asked = SimilarToImageRequest.newBuilder()
                    .setImage(ByteString.copyFrom(file(plain(Color.RED), "png")))
                    .setExplain(true)
                    .setFilters(Filters.newBuilder().addBrands(run))
                    .build();
            assertThat(codeOf(() -> stub.similarToImage(asked))).isEqualTo(Code.FAILED_PRECONDITION);
            takes(encoder(1)).statusCode(200);
            seen(red);

            RecommendResponse answer = stub.similarToImage(asked);

            assertThat(answer.getItems(0).getProductId()).isEqualTo(red);
            assertThat(answer.getItems(0).getReason().getCode()).isEqualTo("looks-like");
            assertThatThrownBy(() -> stub.similarToImage(asked.toBuilder()
                            .setImage(asked.getImage()
                                    .substring(0, asked.getImage().size() / 2))
                            .build()))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("INVALID_ARGUMENT")
                    .hasMessageContaining("image: ");
            assertThat(codeOf(() ->
                            stub.similarToImage(asked.toBuilder().setSize(1_000).build())))
                    .isEqualTo(Code.INVALID_ARGUMENT);
        }
    }

    @Test
    void aDamagedEncoderIsRefusedAndTheOldOneServes() throws IOException {
        stock();
        byte[] good = encoder(1);
        takes(good).statusCode(200);
        String version = reads().extract().path("version");
        byte[] damaged = good.clone();
        damaged[good.length - 9] ^= 4;

        takes(damaged).statusCode(400).body("detail", containsString("encoder"));
        takes(Arrays.copyOf(good, good.length / 3)).statusCode(400);
        takes(new byte[0]).statusCode(400);
        takes(broken()).statusCode(400).body("detail", containsString("NaN"));

        reads().body("version", equalTo(version));
        seen(red);
        asks(file(plain(Color.RED), "png"), "image/png", Map.of("brand", run))
                .statusCode(200)
                .body("items[0].productId", equalTo(red));
    }

    @Test
    void anotherEncoderSeesAllProductsBeforeItServes() throws IOException {
        stock();
        takes(encoder(1)).statusCode(200);
        List.of(red, blue, striped).forEach(this::seen);

        takes(encoder(2)).statusCode(200);

        asks(file(striped(), "png"), "image/png", Map.of("brand", run))
                .statusCode(200)
                .body("items[0].productId", equalTo(striped))
                .body("items.size()", equalTo(3));
    }

    @Test
    void aProductThatIsGoneOrHasNoPictureAnyMoreIsNotFound() throws IOException {
        stock();
        takes(encoder(1)).statusCode(200);
        List.of(red, blue, striped).forEach(this::seen);

        TestRecords.write(Topic.CATALOG, striped, null);
        Written.sold(Written.product(blue, "Plain", "Blue").setBrand(run));

        await().untilAsserted(() -> asks(file(striped(), "png"), "image/png", Map.of("brand", run))
                .body("items.productId", equalTo(List.of(red))));
        picture(blue).statusCode(404);
    }

    @Test
    void badFilesAreRefusedAndWithoutAnEncoderItSaysWhatIsMissing() throws IOException {
        byte[] picture = file(plain(Color.RED), "png");
        asks(picture, "image/png", Map.of()).statusCode(409).body("detail", containsString("./aisle train --pictures"));
        reads().statusCode(404);
        stock();
        takes(encoder(1)).statusCode(200);
        seen(red);

        asks(picture, "image/jpeg", Map.of()).statusCode(415);
        asks(Arrays.copyOf(picture, 40), "image/png", Map.of()).statusCode(400);
        byte[] bomb = picture.clone();
        java.nio.ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
        asks(bomb, "image/png", Map.of()).statusCode(413).body("detail", containsString("100000 × 100000"));
        asks(picture, "image/png", Map.of("size", "many")).statusCode(400).body("detail", containsString("size"));
    }

    private void stock() throws IOException {
        sold(red, "Red", plain(Color.RED));
        sold(blue, "Blue", plain(Color.BLUE));
        sold(striped, "Striped", striped());
        List.of(red, blue, striped)
                .forEach(id -> await().untilAsserted(() -> picture(id).statusCode(200)));
    }

    private void sold(String id, String category, BufferedImage image) throws IOException {
        Written.sold(Written.product(id, "Product " + id, category)
                .setBrand(run)
                .setPicture(dev.aisle.contracts.catalog.v1.Picture.newBuilder()
                        .setPixels(ByteString.copyFrom(pixels(image)))
                        .setMediaType("image/png")
                        .setWidth(28)
                        .setHeight(28)
                        .setSourceTime(Written.now())));
    }

    private void seen(String id) {
        await().untilAsserted(() -> picture(id).statusCode(200).body("seen", equalTo(true)));
    }

    private static ValidatableResponse picture(String id) {
        return operator().get("/v1/products/" + id + "/picture").then();
    }

    private static ValidatableResponse reads() {
        return operator().get("/v1/picture-encoder").then();
    }

    private static ValidatableResponse takes(byte[] encoder) {
        return operator()
                .contentType("application/octet-stream")
                .body(encoder)
                .put("/v1/picture-encoder")
                .then();
    }

    private static ValidatableResponse asks(byte[] picture, String mediaType, Map<String, String> parameters) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(mediaType)
                .queryParams(parameters)
                .body(picture)
                .post(ASKING)
                .then();
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR));
    }

    private static Code codeOf(Runnable call) {
        try {
            call.run();
            return Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private byte[] encoder(long seed) throws IOException {
        return written(random(seed));
    }

    private byte[] broken() throws IOException {
        PictureEncoder encoder = random(1);
        encoder.weights().array("hidden")[3] = Float.NaN;
        return written(encoder);
    }

    private static PictureEncoder random(long seed) {
        PictureNetwork network = PictureNetwork.of(2);
        return new PictureEncoder(
                network,
                Weights.random(network.arrays(), seed),
                List.of("a", "b"),
                Origin.of(PictureNetwork.NAME, Map.of("accuracy", "0.5"), seed, "random"));
    }

    private byte[] written(PictureEncoder encoder) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        encoder.stored().write(file);
        return Files.readAllBytes(file);
    }

    private static BufferedImage plain(Color color) {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 28, 28);
        graphics.dispose();
        return image;
    }

    private static BufferedImage striped() {
        BufferedImage image = plain(Color.WHITE);
        IntStream.range(0, 28 * 28)
                .filter(pixel -> pixel % 28 / 4 % 2 == 0)
                .forEach(pixel -> image.setRGB(pixel % 28, pixel / 28, Color.BLACK.getRGB()));
        return image;
    }

    private static byte[] pixels(BufferedImage image) {
        byte[] pixels = new byte[Picture.BYTES];
        for (int pixel = 0; pixel < 28 * 28; pixel++) {
            Color color = new Color(image.getRGB(pixel % 28, pixel / 28));
            pixels[3 * pixel] = (byte) color.getRed();
            pixels[3 * pixel + 1] = (byte) color.getGreen();
            pixels[3 * pixel + 2] = (byte) color.getBlue();
        }
        return pixels;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
