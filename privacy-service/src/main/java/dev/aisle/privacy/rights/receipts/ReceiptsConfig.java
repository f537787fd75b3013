package dev.aisle.privacy.rights.receipts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;

/** Whose signatures count under a receipt. */
@ConfigMapping(prefix = "aisle.receipts.trusted")
public interface ReceiptsConfig {
    /** By the id of the key, which is never given to another one: old receipts are checked with old keys. */
    @WithParentName
    Map<String, TrustedKey> trusted();

    /** A key of a service. */
    interface TrustedKey {
        /** For which services it speaks. */
        List<String> services();

        /** The public key: base64 of its X.509 SubjectPublicKeyInfo form. */
        String publicKey();
    }
}
