package dev.aisle.privacy.rights.opendsr;

import dev.aisle.platform.secrets.Reloaded;
import dev.aisle.platform.startup.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key with which answers and callbacks are signed (OpenDSR 4): RSA over SHA-256 of the body as it is sent. Read again when its file changes. */
@ApplicationScoped
public class ProcessorIdentity {
    private final String domain;
    private final @Nullable Reloaded<Identity> identity;

    private record Identity(PrivateKey key, Certificate certificate) {}

    @Inject
    ProcessorIdentity(OpenDsrConfig config) {
        this(config.keystore(), config.keystorePassword().orElse(""), config.processorDomain());
    }

    ProcessorIdentity(Optional<String> keystore, String password, String domain) {
        this.domain = domain;
        this.identity = keystore.map(
                        place -> Reloaded.ofFile("aisle.opendsr.keystore", Path.of(place), () -> read(place, password)))
                .orElse(null);
    }

    private static Identity read(String place, String password) {
        try {
            KeyStore store = load(place, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                    return new Identity(key, store.getCertificate(alias));
                }
            }
            throw new KeyStoreException("no private key is in it");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "aisle.opendsr.keystore is no PKCS #12 file with a key that aisle.opendsr.keystore-password opens: "
                            + Reason.of(e),
                    e);
        }
    }

    private static KeyStore load(String place, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream resource =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(place);
                InputStream bytes = resource == null ? Files.newInputStream(Path.of(place)) : resource) {
            store.load(bytes, password);
        }
        return store;
    }

    private Identity now() {
        if (identity == null) {
            throw new IllegalStateException("aisle.opendsr.keystore is not set");
        }
        return identity.get();
    }

    /** Whether this service can answer as a processor at all. */
    public boolean isConfigured() {
        return identity != null;
    }

    /** The domain of the certificate. */
    public String domain() {
        return domain;
    }

    /** The signature of a body, in base64. */
    public String sign(byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(now().key());
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of aisle.opendsr.keystore is no RSA key: " + e.getMessage(), e);
        }
    }

    /** The certificate, as PEM. */
    public String certificatePem() {
        try {
            String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(now().certificate().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate can't be written: " + e.getMessage(), e);
        }
    }
}
