package dev.aisle.platform.provisioning;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.contracts.profile.v1.KeptEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** Events of one moment as profile-service packs them. */
final class KeptChunks {
    private KeptChunks() {}

    /** The bytes as a literal of SQL; ids and types take turns. */
    static String sql(Instant at, Object... idsAndTypes) throws NoSuchAlgorithmException {
        var start = at.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        var chunk = EventChunk.newBuilder();
        for (int i = 0; i < idsAndTypes.length; i += 2) {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(idsAndTypes[i].toString().getBytes(StandardCharsets.UTF_8));
            chunk.addEvents(KeptEvent.newBuilder()
                    .setId(ByteBuffer.wrap(hash).getLong())
                    .setAt((int) Duration.between(start, at).toMillis())
                    .setType((EventType) idsAndTypes[i + 1]));
        }
        return "'\\x" + HexFormat.of().formatHex(chunk.build().toByteArray()) + "'";
    }
}
