package dev.aisle.privacy.rights.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.rights.request.usecase.Completion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks the services that have not answered an access or a portability yet. One that is down delays the archive; it is never left
 * out of it.
 */
@ApplicationScoped
class CollectExports {
    private static final int BATCH = 50;

    private final RequestRepository requests;
    private final ExportRepository exports;
    private final Completion completion;
    private final SubjectExports others;
    private final OwnExport own;
    private final ObjectMapper json;
    private final String service;

    CollectExports(
            RequestRepository requests,
            ExportRepository exports,
            Completion completion,
            SubjectExports others,
            OwnExport own,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.requests = requests;
        this.exports = exports;
        this.completion = completion;
        this.others = others;
        this.own = own;
        this.json = json;
        this.service = service;
    }

    private record Open(String pseudonym, List<String> awaited) {}

    /** Asks for all that is open. No transaction is open while a service takes its time. */
    public void collect() {
        QuarkusTransaction.requiringNew()
                .call(() -> requests.exportsInProgress(BATCH))
                .forEach(this::collect);
    }

    private void collect(UUID id) {
        Open open = QuarkusTransaction.requiringNew().call(() -> begin(id));
        if (open == null) {
            return;
        }
        for (String awaited : open.awaited()) {
            ask(awaited, open.pseudonym())
                    .ifPresent(answer -> QuarkusTransaction.requiringNew().run(() -> keep(id, awaited, answer)));
        }
    }

    private @Nullable Open begin(UUID id) {
        RequestRow request = requests.hold(id).orElseThrow();
        if (request.status() != RequestStatus.IN_PROGRESS) {
            return null;
        }
        request.sendAgain(Instant.now());
        return new Open(request.pseudonym(), completion.awaited(request));
    }

    private Optional<SubjectExport> ask(String awaited, String pseudonym) {
        return awaited.equals(service) ? Optional.of(own.of(pseudonym)) : others.ask(awaited, pseudonym);
    }

    private void keep(UUID id, String from, SubjectExport answer) {
        RequestRow request = requests.hold(id).orElseThrow();
        if (request.status() == RequestStatus.IN_PROGRESS) {
            Instant now = Instant.now();
            exports.keep(id, from, write(answer), now);
            completion.completeIfAnswered(request, now);
        }
    }

    private String write(SubjectExport answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", e);
        }
    }
}
