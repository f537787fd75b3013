package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.shared.events.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** How clients wrap a body and a key on the wire; the Content-Type is never asked, several clients lie there. */
final class Transfer {
    private static final String BASIC = "basic ";

    private Transfer() {}

    /** A body that says it is compressed and isn't. */
    static final class NotGzip extends Exception {
        NotGzip(IOException cause) {
            super("The body is not valid gzip.", cause);
        }
    }

    /**
     * The bytes behind the content encoding, and at most one byte more than a batch may have: a small bomb stays small.
     *
     * @throws NotGzip when it starts like gzip or is said to be gzip, and isn't
     */
    static byte[] decode(byte[] body, @Nullable String contentEncoding) throws NotGzip {
        return withoutMark(
                isCompressed(body, contentEncoding) && body.length <= Limits.BATCH_BYTES ? unpack(body) : body);
    }

    /** Some editors and .NET write U+FEFF before UTF-8; it says nothing (RFC 8259 section 8.1 lets a reader pass over it). */
    private static byte[] withoutMark(byte[] body) {
        boolean marked = body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(body, 3, body.length) : body;
    }

    static boolean isCompressed(byte[] body, @Nullable String contentEncoding) {
        boolean magic = body.length > 2 && body[0] == (byte) 0x1F && body[1] == (byte) 0x8B;
        boolean named = contentEncoding != null
                && contentEncoding.toLowerCase(Locale.ROOT).contains("gzip");
        return magic || (named && body.length > 0);
    }

    private static byte[] unpack(byte[] body) throws NotGzip {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body), 8_192)) {
            return unpacked.readNBytes(Limits.BATCH_BYTES + 1);
        } catch (IOException e) {
            throw new NotGzip(e);
        }
    }

    /** The user name of Basic authentication; {@code null} when there is no such header. */
    static @Nullable String basicUser(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String credentials = new String(decoded, StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            return colon < 0 ? credentials : credentials.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
