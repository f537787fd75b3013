package dev.aisle.e2e.chart;

import dev.aisle.e2e.security.GuardedBroker;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;

/** A broker that speaks TLS, knows its clients by their certificates and lets each do what its rules say. */
final class CertifiedBroker {
    /** Who makes topics and rules. */
    static final String JOB = "topics";

    private static final String PASSWORD = "of-a-client";
    private static final String LISTENER = "listener.name.guarded.";
    private final Layout layout;
    private final Authority authority;

    CertifiedBroker(Layout layout, Authority authority) {
        this.layout = layout;
        this.authority = authority;
    }

    String address() {
        return GuardedBroker.address(layout);
    }

    /** How it is started. */
    Tuning tuning() throws GeneralSecurityException, IOException {
        Path keys = Files.write(layout.home().resolve("broker.p12"), authority.keys("broker", "127.0.0.1", PASSWORD));
        Path trusted = Files.write(layout.home().resolve("broker-ca.crt"), authority.certificate());
        return GuardedBroker.broker(
                layout,
                "SSL",
                "User:CN=" + JOB,
                Map.of(
                        LISTENER + "ssl.keystore.type",
                        "PKCS12",
                        LISTENER + "ssl.keystore.location",
                        keys.toString(),
                        LISTENER + "ssl.keystore.password",
                        PASSWORD,
                        LISTENER + "ssl.key.password",
                        PASSWORD,
                        LISTENER + "ssl.truststore.type",
                        "PEM",
                        LISTENER + "ssl.truststore.location",
                        trusted.toString(),
                        LISTENER + "ssl.client.auth",
                        "required"));
    }

    /** What a client's Secret has in it. */
    Map<String, byte[]> secret(String client) throws GeneralSecurityException, IOException {
        return secret(client, PASSWORD);
    }

    /** A new certificate under a password of its own. */
    Map<String, byte[]> secret(String client, String password) throws GeneralSecurityException, IOException {
        return Map.of(
                "user.p12", authority.keys(client, "127.0.0.1", password),
                "user.password", password.getBytes(StandardCharsets.UTF_8));
    }
}
