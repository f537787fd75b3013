package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.Outstanding;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third party checks a receipt with OpenSSL and the schema of the message, and with no code of ours. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ReceiptsIT {
    @Test
    void opensslFindsEachSignatureGoodAndAChangedReceiptBad(@TempDir Path folder)
            throws IOException, InterruptedException {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String id = Calls.erase(customer);
        Services.answer(Services.signed(Services.receipt(id, pseudonym, "recommender-service")
                .addOutstanding(Outstanding.newBuilder()
                        .setWhat("models, at the next training")
                        .setDue(Timestamp.newBuilder().setSeconds(1_800_000_000)))
                .build()));
        await().untilAsserted(() -> receipts(id).then().body("receipts", hasSize(2)));

        Response receipts = receipts(id);
        writeKey(folder);
        for (int i = 0; i < 2; i++) {
            byte[] signed = bytes(receipts, "receipts[" + i + "].signedBytes");
            Files.write(folder.resolve("signature"), bytes(receipts, "receipts[" + i + "].signature"));
            Files.write(folder.resolve("bytes"), signed);
            assertThat(verify(folder)).as("receipt " + i).isZero();

            signed[signed.length / 2] ^= 1;
            Files.write(folder.resolve("bytes"), signed);
            assertThat(verify(folder)).as("receipt " + i + ", changed").isNotZero();
        }
        ErasureReceipt message = ErasureReceipt.parseFrom(bytes(receipts, "receipts[1].signedBytes"));
        assertThat(message.getRequestId()).isEqualTo(id);
        assertThat(message.getRemovedMap()).containsEntry("profiles", 1L);
        assertThat(receipts.<List<String>>path("receipts[1].receipt.outstanding.due"))
                .containsExactly("2027-01-15T08:00:00Z");
    }

    private static void writeKey(Path folder) throws IOException {
        String key = RestAssured.given().get("/v1/receipt-keys").path("keys.find { it.id == 'test' }.publicKey");
        Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
    }

    private static Response receipts(String id) {
        Response receipts = Calls.as(Role.AUDITOR).get("/v1/requests/" + id + "/receipts");
        assertThat(receipts.statusCode()).isEqualTo(200);
        assertThat(officer().get("/v1/requests/1/receipts").statusCode()).isEqualTo(404);
        return receipts;
    }

    private static byte[] bytes(Response answer, String path) {
        return Base64.getDecoder().decode(answer.<String>path(path));
    }

    private static int verify(Path folder) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "key.pem",
                        "-rawin",
                        "-in",
                        "bytes",
                        "-sigfile",
                        "signature")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
