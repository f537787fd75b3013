package dev.aisle.privacy.vault.addresses;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.decisions.DecideOnUse;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Decision;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Question;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.vault.addresses.Resolution.Deliver;
import dev.aisle.privacy.vault.addresses.Resolution.Deny;
import dev.aisle.privacy.vault.traits.SealedTraits;
import dev.aisle.privacy.vault.traits.Traits;
import dev.aisle.privacy.vault.traits.VaultAudit;
import dev.aisle.privacy.vault.traits.VaultField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Says at the moment of sending whether a message may go to somebody, and where to. Nobody else knows an address. */
@ApplicationScoped
class ResolveAddresses {
    private final DecideOnUse decideOnUse;
    private final SealedTraits traits;
    private final VaultAudit audit;

    ResolveAddresses(DecideOnUse decideOnUse, SealedTraits traits, VaultAudit audit) {
        this.decideOnUse = decideOnUse;
        this.traits = traits;
        this.audit = audit;
    }

    /** Whom to send to, what for and by which way. */
    public record Message(List<SubjectReference> subjects, Purpose purpose, Channel channel) {}

    /** The answers, in the order of the subjects; each rests on the consent as it is now. */
    @Transactional
    public List<Resolution> resolve(Message message, String actor) {
        List<Question> questions = message.subjects().stream()
                .map(subject -> new Question(subject, message.purpose(), false))
                .toList();
        List<Answered> answers = decideOnUse.decide(questions).stream()
                .map(decision -> new Answered(decision, answer(message, decision)))
                .toList();
        audit.hold(answers.stream()
                .map(answered -> answered.decision().subject().value())
                .toList());
        answers.forEach(answered -> record(message, answered, actor));
        return answers.stream().map(Answered::resolution).toList();
    }

    private record Answered(Decision decision, Resolution resolution) {}

    private Resolution answer(Message message, Decision decision) {
        return decision.decision().allowed()
                ? address(decision.subject(), message.channel())
                : new Deny(decision.subject(), decision.decision().reason().wireName());
    }

    private void record(Message message, Answered answered, String actor) {
        Decision decision = answered.decision();
        audit.record(
                "vault.resolved",
                actor,
                Map.of(
                        "subject", decision.subject().value(),
                        "purpose", message.purpose().wireName(),
                        "channel", message.channel().wireName(),
                        "consentVersion", Long.toString(decision.consentVersion()),
                        "outcome", answered.resolution() instanceof Deny denial ? denial.reason() : "deliver"));
    }

    private Resolution address(Pseudonym subject, Channel channel) {
        Traits kept = traits.read(subject);
        List<String> to = kept.of(channel.address());
        return to.isEmpty()
                ? new Deny(subject, Deny.NO_ADDRESS)
                : new Deliver(
                        subject,
                        to,
                        kept.of(VaultField.NAME).stream().findFirst().orElse(null),
                        kept.of(VaultField.LOCALE).stream().findFirst().orElse(null));
    }
}
