package dev.aisle.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.security.MadeCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedStoresTest {
    @TempDir
    Path folder;

    private final RenewedStores stores = new RenewedStores();
    private Path store;
    private Path next;

    @BeforeEach
    void begin() throws Exception {
        store = MadeCertificate.in(folder.resolve("user.p12"));
        next = MadeCertificate.in(folder.resolve("next.p12"));
        Map<String, Object> settings = new HashMap<>(Map.of(
                SslConfigs.SSL_PROTOCOL_CONFIG,
                "TLSv1.3",
                SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG,
                List.of("TLSv1.3"),
                SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
                "PKCS12",
                SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG,
                store.toString(),
                SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
                new Password(MadeCertificate.PASSWORD)));
        stores.configure(settings);
    }

    private String numberAtTheNextConnection() throws KeyStoreException {
        assertThat(stores.createClientSslEngine("localhost", 9093, "https").getUseClientMode())
                .isTrue();
        return ((X509Certificate) stores.keystore().getCertificate(MadeCertificate.ALIAS))
                .getSerialNumber()
                .toString();
    }

    private void change(Path file) throws Exception {
        Files.copy(file, store, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(store, FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test
    void aNewCertificateIsShownAtTheNextConnection() throws Exception {
        String before = numberAtTheNextConnection();

        change(next);

        assertThat(numberAtTheNextConnection()).isNotEqualTo(before).isEqualTo(numberAtTheNextConnection());
    }

    @Test
    void whatCannotBeReadLeavesThatOfBeforeAndIsTakenOnceItCan() throws Exception {
        String before = numberAtTheNextConnection();

        change(Files.writeString(folder.resolve("broken"), "no key store"));
        assertThat(numberAtTheNextConnection()).isEqualTo(before);

        change(next);
        assertThat(numberAtTheNextConnection()).isNotEqualTo(before);
    }
}
