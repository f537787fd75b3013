package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access and portability: every service answers, the archive is signed, and it is fetched once. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ExportIT {
    @Test
    void anAccessIsCompleteWhenEveryServiceHasAnsweredAndItsArchiveHoldsAll() throws IOException {
        String customer = newCustomer();
        grant(customer);
        String id = ask(customer, "access");
        completed(id).body("progress", equalTo("5 of 5 services have answered"));

        Map<String, byte[]> files = unzip(fetch(id, token(id)).extract().asByteArray());

        assertThat(text(files, "data.json"))
                .contains(
                        "\"profile-service\"", "\"recommender-service\"", "\"campaign-service\"", "\"privacy-service\"")
                .contains("Möbel", "personalization", "until the person is erased");
        assertThat(text(files, "csv/profile-service/things.csv"))
                .isEqualTo("thing,count\r\n\"'=cmd|' /C calc'!A0, \"\"quoted\"\"\",-7\r\nMöbel,\r\n");
        assertThat(text(files, "csv/fields.csv"))
                .contains("campaign-service,things,count,analytics,events,30 days,true");
    }

    @Test
    void theArchiveIsFetchedOnceByItsTokenAndByNoOther() {
        String customer = newCustomer();
        String id = ask(customer, "portability");
        completed(id);
        String first = token(id);
        String token = token(id);

        fetch(id, "another", 410);
        fetch(id, first, 410);
        fetch(id, token, 200);
        fetch(id, token, 410);
        storefront().post("/v1/requests/" + id + "/archive-token").then().statusCode(410);
    }

    @Test
    void aServiceThatIsDownDelaysTheArchiveAndIsNeverLeftOut() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        OutsideWorld.DOWN.add("campaign-service" + pseudonym);
        String id = ask(customer, "access");

        await().untilAsserted(() -> request(id)
                .body("progress", equalTo("4 of 5 services have answered"))
                .body("awaiting", contains("campaign-service")));
        storefront().post("/v1/requests/" + id + "/archive-token").then().statusCode(409);

        OutsideWorld.DOWN.remove("campaign-service" + pseudonym);
        completed(id);
    }

    @Test
    void opensslFindsTheSignatureGoodAndAChangedManifestBad(@TempDir Path folder)
            throws IOException, InterruptedException {
        String id = ask(newCustomer(), "access");
        completed(id);
        for (var file : unzip(fetch(id, token(id)).extract().asByteArray()).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }

        assertThat(run(folder, "sha256sum", "-c", "--quiet", "MANIFEST.sha256")).isZero();
        assertThat(verify(folder)).isZero();

        Files.writeString(folder.resolve("MANIFEST.sha256"), "changed");
        assertThat(verify(folder)).isNotZero();
    }

    @Test
    void anErasureTakesWhatWasCollectedWithIt() {
        String customer = newCustomer();
        String id = ask(customer, "access");
        completed(id);

        String erasure = Calls.erase(customer);

        storefront().post("/v1/requests/" + id + "/archive-token").then().statusCode(410);
        request(erasure).body("receipts[0].removed.exportParts", equalTo(5));
    }

    @Test
    void aPreviewSaysWhatAnErasureWouldRemoveAndRemovesNothing() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        OutsideWorld.DOWN.add("recommender-service" + pseudonym);

        officer()
                .body("{\"subject\":\"" + customer + "\"}")
                .post("/v1/erasure-previews")
                .then()
                .statusCode(200)
                .body("records.'profile-service'.things", equalTo(2))
                .body("records.'privacy-service'.consents", equalTo(1))
                .body("unanswered", contains("recommender-service"));

        Calls.read(pseudonym).body("version", equalTo(1));
    }

    @Test
    void onlyAnAccessHasAnArchive() {
        String erasure = Calls.erase(newCustomer());

        storefront().post("/v1/requests/" + erasure + "/archive-token").then().statusCode(404);
        fetch(erasure, "x", 404);
        storefront().post("/v1/requests/1/archive-token").then().statusCode(404);
        officer()
                .body("{\"subject\":\"nobody\"}")
                .post("/v1/erasure-previews")
                .then()
                .statusCode(400);
    }

    private static int verify(Path folder) throws IOException, InterruptedException {
        return run(
                folder,
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                "public-key.pem",
                "-rawin",
                "-in",
                "MANIFEST.sha256",
                "-sigfile",
                "MANIFEST.sha256.sig");
    }

    private static int run(Path folder, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static String ask(String subject, String type) {
        return officer()
                .body("{\"subject\":\"" + subject + "\",\"type\":\"" + type + "\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String token(String id) {
        return storefront()
                .post("/v1/requests/" + id + "/archive-token")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static ValidatableResponse fetch(String id, String token) {
        return fetch(id, token, 200);
    }

    private static ValidatableResponse fetch(String id, String token, int status) {
        return storefront()
                .header("Archive-Token", token)
                .get("/v1/requests/" + id + "/archive")
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse completed(String id) {
        await().untilAsserted(() -> request(id).body("status", equalTo("completed")));
        return request(id);
    }

    private static ValidatableResponse request(String id) {
        return officer().get("/v1/requests/" + id).then().statusCode(200);
    }
}
