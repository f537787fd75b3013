package dev.aisle.privacy.rights.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.platform.export.SubjectExport.Section;
import dev.aisle.privacy.audit.log.StaffReads;
import dev.aisle.privacy.rights.receipts.TrustedKeys;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.shared.calls.Sha256;
import dev.aisle.privacy.vault.traits.ExportTraits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the archive of a completed request to who holds its token: once, and not for ever. */
@ApplicationScoped
public class FetchArchive {
    private static final int TOKEN_BYTES = 32;

    private final RequestRepository requests;
    private final ExportRepository exports;
    private final ExportTraits exportTraits;
    private final ReceiptSigner signer;
    private final TrustedKeys keys;
    private final ObjectMapper json;
    private final ExportsConfig config;
    private final StaffReads staffReads;
    private final SecureRandom random = new SecureRandom();

    FetchArchive(
            RequestRepository requests,
            ExportRepository exports,
            ExportTraits exportTraits,
            ReceiptSigner signer,
            TrustedKeys keys,
            ObjectMapper json,
            ExportsConfig config,
            StaffReads staffReads) {
        this.requests = requests;
        this.exports = exports;
        this.exportTraits = exportTraits;
        this.signer = signer;
        this.keys = keys;
        this.json = json;
        this.config = config;
        this.staffReads = staffReads;
    }

    /** What became of a call. */
    public sealed interface Outcome {
        /** Who shows this token may fetch the archive. */
        record Issued(String token, Instant expiresAt) implements Outcome {}

        /** The archive. */
        record Archive(byte[] zip) implements Outcome {}

        /** Not all services have answered. */
        record NotReady() implements Outcome {}

        /** It was fetched, has expired, or the token is another one. */
        record Gone() implements Outcome {}

        /** There is no such request, or none that ends in an archive. */
        record NoSuchArchive() implements Outcome {}
    }

    /** Makes the token. An earlier one opens nothing any more. */
    @Transactional
    public Outcome issue(UUID id) {
        RequestRow request = export(id);
        if (request == null || !request.isCompleted()) {
            return request == null ? new Outcome.NoSuchArchive() : new Outcome.NotReady();
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = Instant.now().plus(config.tokenValid());
        return exports.partsOf(id).isEmpty() || !exports.issue(id, hash(token), expiresAt)
                ? new Outcome.Gone()
                : new Outcome.Issued(token, expiresAt);
    }

    /** Gives the archive and forgets it. */
    @Transactional
    public Outcome fetch(UUID id, String token) {
        RequestRow request = export(id);
        if (request == null || !request.isCompleted()) {
            return request == null ? new Outcome.NoSuchArchive() : new Outcome.NotReady();
        }
        Instant now = Instant.now();
        boolean good = exports.holdToken(id, now)
                .filter(hash -> MessageDigest.isEqual(hash, hash(token)))
                .isPresent();
        List<SubjectExport> parts = good ? parts(request) : List.of();
        if (parts.isEmpty()) {
            return new Outcome.Gone();
        }
        staffReads.ofPerson(new Pseudonym(request.pseudonym()), "archive");
        byte[] zip = SignedZip.of(files(request, parts), signer::signature);
        exports.fetched(id, now);
        return new Outcome.Archive(zip);
    }

    /** Forgets what nobody has fetched in time. */
    @Transactional
    public int forget() {
        return exports.forgetBefore(Instant.now().minus(config.keepFor()));
    }

    private @Nullable RequestRow export(UUID id) {
        return requests.findByIdOptional(id)
                .filter(row -> row.type().isExport())
                .orElse(null);
    }

    private List<ArchiveFile> files(RequestRow request, List<SubjectExport> parts) {
        List<ArchiveFile> files = new ArrayList<>();
        files.add(ArchiveFile.of("README.txt", ArchiveReadme.TEXT));
        files.add(ArchiveFile.of(
                "data.json", write(new Whole(request.id(), request.type().wireName(), request.requestedAt(), parts))));
        files.addAll(ArchiveContent.csv(parts));
        keys.pem(signer.keyId()).ifPresent(pem -> files.add(ArchiveFile.of("public-key.pem", pem)));
        return files;
    }

    /** All of it for machines. */
    record Whole(UUID request, String type, Instant requestedAt, List<SubjectExport> services) {}

    /** What was answered; addresses are read only now and are nowhere in clear but in the archive. */
    private List<SubjectExport> parts(RequestRow request) {
        Section values = exportTraits.values(new Pseudonym(request.pseudonym()), "request " + request.id());
        return exports.partsOf(request.id()).values().stream()
                .map(this::read)
                .map(part -> part.with(values))
                .toList();
    }

    private SubjectExport read(String content) {
        try {
            return json.readValue(content, SubjectExport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that was kept can't be read", e);
        }
    }

    private String write(Object content) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", e);
        }
    }

    private static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
