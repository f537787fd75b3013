package dev.aisle.platform.erasure;

import dev.aisle.platform.secrets.Reloaded;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;

/**
 * What is kept for ever of an erased person, instead of the pseudonym: a keyed hash of it, {@code p1.erased.<32 characters of base64url>}
 * = HMAC-SHA256(key, "erased-v1" ␟ pseudonym)[0..24], ␟ = 0x1F. Whoever has the key and is given a pseudonym can ask whether it was erased;
 * nobody gets a pseudonym out of a mark. It has the form of a pseudonym, so it stands in the same columns.
 *
 * <p>The first key makes marks. The others are those of before: they stay for as long as their marks, for a mark can't be made anew
 * without its pseudonym.
 */
@Startup
@Singleton
@Unremovable
public class ErasureMarks {
    private static final String KEYS = "aisle.erasures.mark-keys";
    private static final String PREFIX = "p1.erased.";
    private static final byte[] DOMAIN = "erased-v1\u001f".getBytes(StandardCharsets.UTF_8);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int CODE_BYTES = 24;

    /** Each has its key and {@link #DOMAIN} inside; each use takes a clone. */
    private final Supplier<List<Mac>> keys;

    @Inject
    ErasureMarks(Config config) {
        this.keys = Reloaded.of(config, List.of(KEYS), now -> read(Reloaded.list(now, KEYS)));
    }

    /**
     * Takes keys that stay.
     *
     * @param keys 64 hexadecimal digits each; another form fails the start
     */
    public ErasureMarks(List<String> keys) {
        List<Mac> read = read(keys);
        this.keys = () -> read;
    }

    private static List<Mac> read(List<String> keys) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("aisle.erasures.mark-keys: expected at least one key");
        }
        return keys.stream().map(ErasureMarks::key).toList();
    }

    private static Mac key(String hex) {
        try {
            byte[] bytes = HexFormat.of().parseHex(hex.strip());
            if (bytes.length == KEY_BYTES) {
                return mac(bytes);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("aisle.erasures.mark-keys: expected 64 hexadecimal digits each", e);
        }
        throw new IllegalStateException("aisle.erasures.mark-keys: expected 64 hexadecimal digits each");
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(DOMAIN);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** The mark of a pseudonym; of a mark, itself. */
    public String of(String pseudonym) {
        return of(pseudonym, keys.get().getFirst());
    }

    /** The marks that a pseudonym can have: one a key, the newest first. */
    public List<String> allOf(String pseudonym) {
        if (isMark(pseudonym)) {
            return List.of(pseudonym);
        }
        List<Mac> now = keys.get();
        List<String> marks = new ArrayList<>(now.size());
        for (Mac key : now) {
            marks.add(of(pseudonym, key));
        }
        return marks;
    }

    private static String of(String pseudonym, Mac key) {
        if (isMark(pseudonym)) {
            return pseudonym;
        }
        try {
            byte[] code = ((Mac) key.clone()).doFinal(pseudonym.getBytes(StandardCharsets.UTF_8));
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, CODE_BYTES));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's " + ALGORITHM + " can be cloned", e);
        }
    }

    /** Whether this is a mark and no pseudonym. */
    public static boolean isMark(String text) {
        return text.startsWith(PREFIX);
    }

    /** Those records of the topic of erasures that ask to erase; the others are marks, which say only that it was done. */
    public static List<ConsumerRecord<String, byte[]>> asking(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> asking = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.key() == null || !isMark(record.key())) {
                asking.add(record);
            }
        }
        return asking;
    }
}
