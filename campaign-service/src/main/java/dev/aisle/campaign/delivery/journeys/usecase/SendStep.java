package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.content.ContentLimitException;
import dev.aisle.campaign.delivery.journeys.domain.Instruction;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Outcome;
import dev.aisle.campaign.delivery.journeys.domain.Verdict;
import dev.aisle.campaign.delivery.journeys.store.FiringRepository;
import dev.aisle.campaign.delivery.journeys.usecase.JudgeSend.Case;
import dev.aisle.campaign.delivery.journeys.usecase.JudgeSend.Way;
import dev.aisle.campaign.delivery.journeys.usecase.WriteMessage.Draft;
import dev.aisle.campaign.delivery.messages.domain.InvalidMessageException;
import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.usecase.QueueMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The step of a journey that sends: writes its message, takes what it needs of the campaign's limits and queues it. In the caller's transaction. */
@ApplicationScoped
class SendStep {
    private static final Logger LOG = Logger.getLogger(SendStep.class);

    private final WriteMessage writeMessage;
    private final TakeAllowance takeAllowance;
    private final QueueMessage queueMessage;
    private final FiringRepository firings;

    SendStep(
            WriteMessage writeMessage,
            TakeAllowance takeAllowance,
            QueueMessage queueMessage,
            FiringRepository firings) {
        this.writeMessage = writeMessage;
        this.takeAllowance = takeAllowance;
        this.queueMessage = queueMessage;
        this.firings = firings;
    }

    /** Queues the message, or says which limit of the campaign keeps it back; a text that can't be written is noted, and the journey goes on. */
    Optional<Verdict> send(Case given, Instruction.Send send, List<Map<String, String>> items, Way way) {
        Journey journey = given.journey();
        Draft draft = new Draft(
                journey,
                given.campaign(),
                WriteMessage.variation(given.campaign(), send, journey.pseudonym()),
                given.recipient().language(),
                way);
        NewMessage message;
        try {
            message = writeMessage.write(draft, items, given.now());
        } catch (ContentLimitException | InvalidMessageException e) {
            LOG.errorf("A message of %s can't be written: %s", journey.reference(), e.getMessage());
            firings.add(journey, Outcome.FAILED, "content", null, given.now());
            return Optional.empty();
        }
        Optional<Verdict> usedUp = takeAllowance.take(given.definition(), given.now());
        if (usedUp.isPresent()) {
            return usedUp;
        }
        queueMessage.queue(message);
        firings.add(journey, Outcome.SENT, "sent", message.id(), given.now());
        return Optional.empty();
    }
}
