package dev.aisle.privacy.rights.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
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
                .atMost(Duration.ofSeconds(60))
                .until(() -> identity.certificatePem().equals(before));
        Files.copy(made("next.p12"), store, StandardCopyOption.REPLACE_EXISTING);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !identity.certificatePem().equals(before));
        assertThat(identity.sign(body)).isNotEqualTo(signed);
    }

    @Test
    void whatIsWrongWithAKeyStoreIsSaid() throws Exception {
        Path whole = made("whole.p12");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.p12"), Arrays.copyOf(bytes, bytes.length / 2));
        Path empty = Files.createFile(folder.resolve("empty.p12"));
        Path keyless = folder.resolve("keyless.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (OutputStream out = Files.newOutputStream(keyless)) {
            store.store(out, PASSWORD.toCharArray());
        }

        assertThat(said(cut, PASSWORD)).isNotBlank();
        assertThat(said(empty, PASSWORD)).isNotBlank();
        assertThat(said(keyless, PASSWORD)).isEqualTo("no private key is in it");
        assertThat(said(whole, "another")).contains("password");
        assertThat(said(folder.resolve("missing.p12"), PASSWORD)).contains("missing.p12");
    }

    /** What stands behind the name of the setting. */
    private static String said(Path store, String password) {
        Optional<String> place = Optional.of(store.toString());
        String message = assertThatThrownBy(() -> new ProcessorIdentity(place, password, "localhost"))
                .isInstanceOf(IllegalStateException.class)
                .actual()
                .getMessage();
        assertThat(message)
                .startsWith(
                        "aisle.opendsr.keystore is no PKCS #12 file with a key that aisle.opendsr.keystore-password opens: ")
                .doesNotContain("null", PASSWORD);
        return message.substring(message.indexOf(": ") + 2);
    }
}
