package dev.aisle.campaign.delivery.audiences;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.delivery.audiences.AudienceRepository.Gone;
import dev.aisle.campaign.delivery.audiences.AudienceRepository.Member;
import dev.aisle.campaign.delivery.channels.AdIdentifiers.AdIdentifier;
import dev.aisle.platform.consent.Use;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** An export's file while it is made: memory holds a batch, whatever its length. */
final class AudienceFile {
    private final AudienceExport export;
    private final Supplier<List<String>> walk;
    private final AudienceLines lines;
    private final AdConsent consent;
    private final Map<String, AdIdentifier> waiting = new HashMap<>();
    private long joined;
    private long gone;

    AudienceFile(AudienceExport export, Supplier<List<String>> walk, AudienceLines lines, AdConsent consent) {
        this.export = export;
        this.walk = walk;
        this.lines = lines;
        this.consent = consent;
    }

    /** Its number in the history. */
    public UUID id() {
        return export.id();
    }

    /** Asks for digests until there are people enough; false when there never are. */
    boolean gather(KThreshold threshold) throws IOException {
        while (!threshold.allows(waiting.size())) {
            List<String> batch = walk.get();
            if (batch.size() < threshold.k()) {
                return false;
            }
            waiting.putAll(lines.digests(batch, export.campaign()));
        }
        return true;
    }

    /** Writes it. When that ends in the middle, the export is broken, and the next one lists everybody again. */
    public void writeTo(OutputStream out) throws IOException {
        boolean whole = false;
        try {
            write(out, AudienceLine.HEADER);
            join(out, waiting);
            for (List<String> batch = walk.get(); !batch.isEmpty(); batch = walk.get()) {
                join(out, lines.digests(batch, export.campaign()));
            }
            List<UUID> erased = leave(out);
            out.flush();
            lines.completed(export, joined, gone, erased);
            whole = true;
        } finally {
            if (!whole) {
                lines.broken(export);
            }
        }
    }

    private void join(OutputStream out, Map<String, AdIdentifier> digests) throws IOException {
        // The use ends when the lines are out: a withdrawal that is acknowledged is followed by none of them.
        try (Use _ = consent.beginUse()) {
            digests.keySet().removeIf(pseudonym -> !consent.allows(pseudonym));
            for (AudienceLine line : lines.join(export, digests)) {
                write(out, line.csv());
                joined++;
            }
            out.flush();
        }
    }

    /** The erased first: who is erased while the others are written is on the next file, and never twice on this one. */
    private List<UUID> leave(OutputStream out) throws IOException {
        List<Gone> erased = lines.erased(export);
        for (int from = 0; from < erased.size(); from += AudienceWalk.BATCH) {
            leave(out, erased.subList(from, Math.min(from + AudienceWalk.BATCH, erased.size())));
        }
        String after = "";
        for (List<Member> page = lines.leaving(export, after); !page.isEmpty(); page = lines.leaving(export, after)) {
            leave(
                    out,
                    page.stream()
                            .map(member -> new Gone(member.externalId(), member.disclosure()))
                            .toList());
            after = page.getLast().pseudonym();
        }
        return erased.stream().map(Gone::externalId).toList();
    }

    private void leave(OutputStream out, List<Gone> batch) throws IOException {
        for (AudienceLine line : lines.leave(export, batch)) {
            write(out, line.csv());
            gone++;
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
