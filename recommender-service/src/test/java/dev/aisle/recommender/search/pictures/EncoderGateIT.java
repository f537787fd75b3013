package dev.aisle.recommender.search.pictures;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.deep.WeightArray;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureEncoder;
import dev.aisle.algorithms.pictures.PictureNetwork;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new encoder beside the one in use, on the pictures of a shop that has enough of them: half are red, half are blue. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class EncoderGateIT {
    /** The gate wants a hundred. */
    private static final int PRODUCTS = 110;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path folder;

    @AfterEach
    void takeAway() {
        operator().delete("/v1/picture-encoder").then().statusCode(204);
        ids().forEach(id -> TestRecords.write(Topic.CATALOG, id, null));
    }

    @Test
    void anEncoderThatTellsCategoriesApartLessWellIsRefusedUnlessItIsForced() throws IOException {
        stock();
        takes(seeing(1), false).statusCode(200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> ids().forEach(id ->
                        operator().get("/v1/products/" + id + "/picture").then().body("seen", equalTo(true))));
        String version = serves();

        takes(blind(), false)
                .statusCode(409)
                .body("type", containsString("worse-encoder"))
                .body("detail", containsString("of the ten nearest pictures of "))
                .body("detail", containsString("with the encoder in use"))
                .body("detail", containsString("force=true takes it anyway"));
        reads().body("version", equalTo(version));

        takes(seeing(2), false).statusCode(200);
        String other = serves();
        takes(blind(), true).statusCode(200);
        reads().body("version", not(equalTo(other)));
    }

    private void stock() {
        for (int n = 0; n < PRODUCTS; n++) {
            Written.sold(Written.product(ids().get(n), "Product " + n, (n % 2 == 0 ? "Red " : "Blue ") + run)
                    .setPicture(dev.aisle.contracts.catalog.v1.Picture.newBuilder()
                            .setPixels(ByteString.copyFrom(pixels(n)))
                            .setMediaType("image/png")
                            .setWidth(28)
                            .setHeight(28)
                            .setSourceTime(Written.now())));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> ids().forEach(id ->
                        operator().get("/v1/products/" + id + "/picture").then().statusCode(200)));
    }

    private List<String> ids() {
        return IntStream.range(0, PRODUCTS)
                .mapToObj(n -> "gate-%s-%03d".formatted(run, n))
                .toList();
    }

    /** Red or blue all over, no two alike. */
    private static byte[] pixels(int n) {
        byte[] pixels = new byte[Picture.BYTES];
        for (int pixel = 0; pixel < pixels.length; pixel += 3) {
            pixels[pixel + (n % 2 == 0 ? 0 : 2)] = (byte) (255 - n / 2);
        }
        return pixels;
    }

    /** Random weights tell colours apart. */
    private byte[] seeing(long seed) throws IOException {
        PictureNetwork network = PictureNetwork.of(2);
        return written(network, Weights.random(network.arrays(), seed));
    }

    /** To it everything is the same. */
    private byte[] blind() throws IOException {
        PictureNetwork network = PictureNetwork.of(2);
        return written(
                network,
                new Weights(
                        network.arrays(),
                        network.arrays().stream()
                                .collect(Collectors.toMap(WeightArray::name, array -> new float[array.size()]))));
    }

    private byte[] written(PictureNetwork network, Weights weights) throws IOException {
        PictureEncoder encoder = new PictureEncoder(
                network,
                weights,
                List.of("a", "b"),
                Origin.of(PictureNetwork.NAME, Map.of("accuracy", "0.5"), 1, "gate"));
        Path file = folder.resolve(UUID.randomUUID().toString());
        encoder.stored().write(file);
        return Files.readAllBytes(file);
    }

    private static String serves() {
        return reads().statusCode(200).extract().path("version");
    }

    private static ValidatableResponse reads() {
        return operator().get("/v1/picture-encoder").then();
    }

    private static ValidatableResponse takes(byte[] encoder, boolean force) {
        return operator()
                .contentType("application/octet-stream")
                .queryParam("force", force)
                .body(encoder)
                .put("/v1/picture-encoder")
                .then();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR));
    }
}
