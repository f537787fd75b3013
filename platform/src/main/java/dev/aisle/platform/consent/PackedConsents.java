package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.packed.PackedReader;
import dev.aisle.platform.packed.PackedWriter;
import dev.aisle.platform.packed.Packing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Consents as bytes: about a hundred for somebody with six decisions and a key. Moments are told by how far they are from the one before, since most
 * purposes are decided together and end together.
 */
@SuppressWarnings("EnumOrdinal") // No other process reads these bytes.
public final class PackedConsents implements Packing<Consent> {
    private static final int KEY_BYTES = 40;
    private static final ExplicitStatus[] STATUSES = ExplicitStatus.values();
    private static final AgeBand[] AGES = AgeBand.values();

    private static final int AGE_KNOWN = 1;
    private static final int GPC = 1 << 1;
    private static final int SUPPRESSED = 1 << 2;
    private static final int SUCCEEDED = 1 << 3;
    private static final int HELD = 1 << 4;
    private static final int SIGNALS = 1 << 5;
    private static final int MOVED = 1 << 6;
    private static final int AGE_SHIFT = 7;

    /** In the byte after a decision's purpose: the same moments as those of the decision before. */
    private static final int SAID_TOGETHER = 1;

    private static final int ENDS_TOGETHER = 1 << 1;
    private static final int ENDLESS = 1 << 2;
    private static final int STATUS_SHIFT = 3;

    @Override
    public void write(Consent consent, PackedWriter out) {
        ConsentParts parts = consent.parts();
        int flags = flagsOf(parts);
        out.number(flags);
        out.number(parts.epoch());
        out.number(parts.version());
        out.number(parts.revision());
        out.text(parts.jurisdiction());
        out.signed(parts.changedAt());
        writeStatements(parts.statements(), parts.changedAt(), out);
        parts.fences().write(parts.changedAt(), out);
        out.number(parts.payloadKeys().size());
        parts.payloadKeys().forEach(key -> writeKey(key, out));
        if ((flags & SUCCEEDED) != 0) {
            out.text(parts.successor());
        }
        if ((flags & HELD) != 0) {
            out.moment(parts.heldUntil());
        }
        if ((flags & SIGNALS) != 0) {
            parts.signals().write(out);
        }
        if ((flags & MOVED) != 0) {
            out.number(parts.earlierJurisdictions().size());
            parts.earlierJurisdictions().forEach(out::text);
        }
    }

    @Override
    public Consent read(String key, PackedReader in) {
        int flags = (int) in.number();
        long epoch = in.number();
        long version = in.number();
        long revision = in.number();
        String jurisdiction = in.text();
        long changedAt = in.signed();
        Map<Purpose, Consent.Statement> statements = readStatements(changedAt, in);
        Fences fences = Fences.read(changedAt, in);
        List<WrappedKey> keys = readKeys(in);
        String successor = (flags & SUCCEEDED) == 0 ? "" : in.text();
        Instant heldUntil = (flags & HELD) == 0 ? Instant.EPOCH : in.moment();
        Signals signals = (flags & SIGNALS) == 0 ? Signals.NONE : Signals.read(in);
        List<String> earlier = (flags & MOVED) == 0 ? List.of() : readTexts(in);
        return new Consent(new ConsentParts(
                epoch,
                version,
                revision,
                jurisdiction,
                AGES[flags >>> AGE_SHIFT],
                (flags & AGE_KNOWN) != 0,
                statements,
                (flags & GPC) != 0,
                signals,
                earlier,
                (flags & SUPPRESSED) != 0,
                successor,
                fences,
                keys,
                heldUntil,
                changedAt));
    }

    private static int flagsOf(ConsentParts parts) {
        return (parts.ageKnown() ? AGE_KNOWN : 0)
                | (parts.gpc() ? GPC : 0)
                | (parts.suppressed() ? SUPPRESSED : 0)
                | (parts.successor().isEmpty() ? 0 : SUCCEEDED)
                | (parts.heldUntil().equals(Instant.EPOCH) ? 0 : HELD)
                | (parts.signals().equals(Signals.NONE) ? 0 : SIGNALS)
                | (parts.earlierJurisdictions().isEmpty() ? 0 : MOVED)
                | parts.ageBand().ordinal() << AGE_SHIFT;
    }

    private static void writeStatements(Map<Purpose, Consent.Statement> statements, long changedAt, PackedWriter out) {
        out.number(statements.size());
        long said = changedAt;
        Instant until = Instant.MAX;
        for (Map.Entry<Purpose, Consent.Statement> entry : statements.entrySet()) {
            Consent.Statement statement = entry.getValue();
            boolean saidTogether = statement.saidAt() == said;
            boolean endsTogether = statement.until().equals(until);
            boolean endless = statement.until().equals(Instant.MAX);
            out.number(entry.getKey().getNumber());
            out.number((saidTogether ? SAID_TOGETHER : 0)
                    | (endsTogether ? ENDS_TOGETHER : 0)
                    | (endless ? ENDLESS : 0)
                    | statement.status().ordinal() << STATUS_SHIFT);
            if (!saidTogether) {
                out.signed(statement.saidAt() - said);
            }
            if (!endsTogether && !endless) {
                out.signed(statement.until().getEpochSecond() - statement.saidAt());
            }
            said = statement.saidAt();
            until = statement.until();
        }
    }

    private static Map<Purpose, Consent.Statement> readStatements(long changedAt, PackedReader in) {
        Map<Purpose, Consent.Statement> statements = new EnumMap<>(Purpose.class);
        long said = changedAt;
        Instant until = Instant.MAX;
        for (long left = in.number(); left > 0; left--) {
            Purpose purpose = Purpose.forNumber((int) in.number());
            int flags = (int) in.number();
            if ((flags & SAID_TOGETHER) == 0) {
                said += in.signed();
            }
            if ((flags & ENDLESS) != 0) {
                until = Instant.MAX;
            } else if ((flags & ENDS_TOGETHER) == 0) {
                until = Instant.ofEpochSecond(said + in.signed());
            }
            statements.put(purpose, new Consent.Statement(STATUSES[flags >>> STATUS_SHIFT], until, said));
        }
        return statements;
    }

    /** Everybody's keys are wrapped by one or two, so their names are kept once. */
    private static void writeKey(WrappedKey key, PackedWriter out) {
        byte[] wrapped = key.bytes();
        out.name(key.masterKeyId());
        out.signed((long) wrapped.length - KEY_BYTES);
        out.bytes(wrapped);
    }

    private static List<WrappedKey> readKeys(PackedReader in) {
        int count = (int) in.number();
        List<WrappedKey> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(new WrappedKey(in.name(), in.bytes((int) in.signed() + KEY_BYTES)));
        }
        return List.copyOf(keys);
    }

    private static List<String> readTexts(PackedReader in) {
        int count = (int) in.number();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.text());
        }
        return List.copyOf(texts);
    }
}
