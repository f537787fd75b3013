package dev.aisle.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aisle.write-keys",
                "aisle.sealing.key",
                "aisle.sealing.keys",
                "aisle.erasures.mark-keys",
                "aisle.console.session-secret",
                "quarkus.oidc.credentials.secret",
                "kafka.sasl.jaas.config",
                "kafka.ssl.keystore.location",
                "quarkus.http.ssl.certificate.key-store-password",
                "AISLE.TOKEN"
            })
    void whatSoundsLikeASecretIsNotShown(String name) {
        assertThat(Masked.of(name, "hush")).isEqualTo(Masked.VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "aisle.tenant, shop",
        "mp.messaging.connector.smallrye-kafka.key.deserializer, org.apache.kafka.StringDeserializer",
        "kafka.bootstrap.servers, 127.0.0.1:9092",
        "quarkus.http.port, 18081"
    })
    void everythingElseIs(String name, String value) {
        assertThat(Masked.of(name, value)).isEqualTo(value);
    }

    @Test
    void anAddressIsShownWithoutItsUser() {
        assertThat(Masked.of("aisle.address", "https://me:hush@host/path"))
                .isEqualTo("https://" + Masked.VALUE + "@host/path");
    }
}
