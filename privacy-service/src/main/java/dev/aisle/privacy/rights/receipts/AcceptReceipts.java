package dev.aisle.privacy.rights.receipts;

import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.rights.request.usecase.Completion;
import dev.aisle.privacy.rights.request.usecase.RequestAudit;
import dev.aisle.privacy.shared.people.ReceiptRules;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in what the services have answered. The receipt itself is the ledger: the first of each service counts. */
@ApplicationScoped
class AcceptReceipts {
    private final RequestRepository requests;
    private final ReceiptRepository receipts;
    private final Completion completion;
    private final TrustedKeys keys;
    private final RequestAudit audit;
    private final ErasureMarks marks;
    private final Counter refused;

    AcceptReceipts(
            RequestRepository requests,
            ReceiptRepository receipts,
            Completion completion,
            TrustedKeys keys,
            RequestAudit audit,
            ErasureMarks marks,
            MeterRegistry metrics) {
        this.requests = requests;
        this.receipts = receipts;
        this.completion = completion;
        this.keys = keys;
        this.audit = audit;
        this.marks = marks;
        this.refused = Counter.builder("aisle.receipts.refused")
                .description(
                        "Receipts of erasures that were not taken: about somebody else, unasked for, or badly signed")
                .register(metrics);
    }

    /** For each receipt why it was refused; empty when it was taken. */
    @Transactional
    public List<Optional<String>> accept(List<Answer> batch) {
        List<Optional<String>> refusals = new ArrayList<>(batch.size());
        for (Answer answer : batch) {
            refusals.add(Optional.ofNullable(accept(answer.pseudonym(), answer.receipt())));
        }
        return refusals;
    }

    /**
     * A receipt as it came.
     *
     * @param pseudonym the key of its record
     */
    public record Answer(String pseudonym, ErasureReceipt receipt) {}

    private @Nullable String accept(String pseudonym, ErasureReceipt receipt) {
        UUID id = ReceiptRules.requestId(receipt.getRequestId());
        RequestRow request = id == null ? null : requests.holdWithWhole(id).orElse(null);
        if (request == null) {
            return "there is no such request";
        }
        if (!request.pseudonym().equals(pseudonym) && !marks.allOf(pseudonym).contains(request.pseudonym())) {
            return "the request is about another subject";
        }
        if (!completion.expects(receipt.getService())) {
            return "nobody asked this service";
        }
        String violation = keys.violation(receipt);
        if (violation != null) {
            refused.increment();
            return violation;
        }
        Instant now = Instant.now();
        if (receipts.keep(request.id(), receipt, now)) {
            audit.answered(request, receipt.getService());
        }
        completion.completeIfAnswered(request, now);
        return null;
    }
}
