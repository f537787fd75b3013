package dev.aisle.recommender;

import static io.restassured.RestAssured.given;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The registry of models as an operator uses it. */
public final class Registry {
    private Registry() {}

    public static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR)).contentType("application/json");
    }

    public static ValidatableResponse get(String version) {
        return operator().get("/v1/models/" + version).then();
    }

    public static ValidatableResponse promote(String version, Map<String, Object> wish) {
        return operator()
                .body(wish)
                .post("/v1/models/" + version + "/promote")
                .then()
                .log()
                .ifValidationFails();
    }

    /** Promotes and expects that it works. */
    public static void promoted(String version, String to) {
        promote(version, Map.of("to", to, "reason", "for a test", "force", true))
                .statusCode(200);
    }

    public static ValidatableResponse rollBack(Map<String, Object> wish) {
        return operator().body(wish).post("/v1/models/rollback").then();
    }

    /** The versions in a state, the newest first. */
    public static List<String> in(String state) {
        return operator()
                .get("/v1/models")
                .then()
                .statusCode(200)
                .extract()
                .path("models.findAll { it.state == '" + state + "' }.version");
    }

    /** The version that serves by the registry. */
    public static String serving() {
        return in("serving").getFirst();
    }

    /** The version that this instance answers with. */
    public static String inUse() {
        return operator()
                .get("/v1/models/current")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }

    /** Trains; returns the version. */
    public static String trained() {
        return TrainedShop.train().extract().path("modelVersion");
    }

    public static Path directory() {
        return Path.of(ConfigProvider.getConfig().getValue("aisle.models.directory", String.class));
    }

    public static Path fileOf(String version) {
        return directory().resolve("model-" + version + ".aisle");
    }

    /** Does something while the file of a version has other bytes. */
    public static void withBytes(String version, byte[] bytes, Runnable action) throws IOException {
        byte[] before = Files.readAllBytes(fileOf(version));
        Files.write(fileOf(version), bytes);
        try {
            action.run();
        } finally {
            Files.write(fileOf(version), before);
        }
    }
}
