package dev.aisle.platform.webhooks;

import dev.aisle.platform.secrets.Reloaded;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/**
 * Signs calls: {@code v1,base64(HMAC-SHA256(secret, "id.timestamp.body"))}, one signature a secret, with spaces between them.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks 1.0</a>
 */
public final class WebHookSigner {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final Supplier<List<SecretKeySpec>> keys;

    /**
     * Takes secrets, the newest first.
     *
     * @param secrets {@code whsec_} and base64 of 24 to 64 bytes each
     * @throws IllegalArgumentException when there is none, or one has another form
     */
    public WebHookSigner(List<String> secrets) {
        List<SecretKeySpec> read = read(secrets);
        this.keys = () -> read;
    }

    private WebHookSigner(Supplier<List<SecretKeySpec>> keys) {
        this.keys = keys;
    }

    /** With the secrets that a setting names, which may change while the service runs. */
    public static WebHookSigner of(Config config, String key) {
        return new WebHookSigner(Reloaded.of(config, List.of(key), now -> read(Reloaded.list(now, key))));
    }

    private static List<SecretKeySpec> read(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("secrets: expected at least one");
        }
        return secrets.stream().map(WebHookSigner::key).toList();
    }

    private static SecretKeySpec key(String secret) {
        String expected = "secrets: expected whsec_ and base64 of 24 to 64 bytes";
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException(expected);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(expected, e);
        }
        if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(expected);
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The header {@code webhook-signature}. */
    public String sign(String id, Instant at, String body) {
        byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.get().stream().map(key -> "v1," + signature(key, signed)).collect(Collectors.joining(" "));
    }

    private static String signature(SecretKeySpec key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
