package dev.aisle.privacy.opendsr.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorIdentityTest {
    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    Path folder;

    private Path made(String name) throws Exception {
        Path file = folder.resolve(name);
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        int code = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "opendsr",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(code).isZero();
        return file;
    }

    @Test
    void aNewKeyStoreIsTakenWithoutARestartAndABrokenOneIsNot() throws Exception {
        Path store = made("now.p12");
        ProcessorIdentity identity = new ProcessorIdentity(Optional.of(store.toString()), PASSWORD, "localhost");
        String before = identity.certificatePem();
        byte[] body = {1, 2, 3};
        String signed = identity.sign(body);

        Files.writeString(store, "no key store");
        await().pollDelay(Duration.ofSeconds(6))
                .until(() -> identity.certificatePem().equals(before));
        Files.copy(made("next.p12"), store, StandardCopyOption.REPLACE_EXISTING);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !identity.certificatePem().equals(before));
        assertThat(identity.sign(body)).isNotEqualTo(signed);
    }
}
