package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.content.ContentValues;
import dev.aisle.campaign.campaigns.content.WriteTexts;
import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.Wording;
import dev.aisle.campaign.delivery.journeys.domain.Instruction;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.store.ProductRepository;
import dev.aisle.campaign.delivery.journeys.usecase.JudgeSend.Way;
import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.domain.NewMessage.Text;
import dev.aisle.campaign.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the message of a step in the person's language, with the product that the journey is about and what was recommended. */
@ApplicationScoped
class WriteMessage {
    /** Where the sender puts the person's own link. */
    private static final Map<String, String> LINKS =
            Map.of("unsubscribe", Text.UNSUBSCRIBE, "preferences", Text.UNSUBSCRIBE);

    private final WriteTexts writeTexts;
    private final ProductRepository products;
    private final JourneySettings settings;

    WriteMessage(WriteTexts writeTexts, ProductRepository products, JourneySettings settings) {
        this.writeTexts = writeTexts;
        this.products = products;
        this.settings = settings;
    }

    /** The variation of a step for somebody who isn't held out. */
    static Variation variation(Campaign campaign, Instruction.Send send, String pseudonym) {
        if (send.variation() == null) {
            return Assignment.of(campaign, pseudonym) instanceof Assignment.Treated treated
                    ? treated.variation()
                    : campaign.variations().getFirst();
        }
        return campaign.variations().stream()
                .filter(one -> one.id().equals(send.variation()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No variation " + send.variation()));
    }

    /** Whether a wording shows recommended products. */
    static boolean usesItems(Wording wording) {
        return Stream.of(wording.subject(), wording.text(), wording.html())
                .anyMatch(text -> text != null && text.contains(ContentValues.ITEMS));
    }

    /**
     * The message.
     *
     * @param items what was recommended, as texts see it
     * @throws dev.aisle.campaign.campaigns.content.ContentLimitException when a text is cut off
     * @throws dev.aisle.campaign.delivery.messages.domain.InvalidMessageException when what was written can't be sent
     */
    NewMessage write(Draft draft, List<Map<String, String>> items, Instant now) {
        Campaign campaign = draft.campaign();
        Journey journey = draft.journey();
        Wording wording = draft.variation().wording(draft.language());
        ContentValues values = values(draft, items);
        String reference = campaign.reference();
        return new NewMessage(
                journey.messageId(),
                new NewMessage.Recipient(
                        journey.pseudonym(), draft.way().channel(), draft.way().purpose()),
                new NewMessage.Origin(
                        campaign.id(), campaign.version(), draft.variation().id()),
                new Text(
                        wording.subject() == null
                                ? ""
                                : writeTexts
                                        .text(reference, wording.subject(), values)
                                        .strip(),
                        wording.html() == null ? "" : writeTexts.html(reference, wording.html(), values),
                        wording.text() == null ? "" : writeTexts.text(reference, wording.text(), values)),
                new NewMessage.Window(now, now.plus(settings.validFor())));
    }

    /** What is written for whom. */
    record Draft(Journey journey, Campaign campaign, Variation variation, Language language, Way way) {}

    private ContentValues values(Draft draft, List<Map<String, String>> items) {
        ContentValues shop = writeTexts.values(
                draft.campaign().fallbacks(), draft.variation().coupon(), items);
        Map<String, Map<String, String>> groups = new TreeMap<>(shop.groups());
        groups.put("links", LINKS);
        String product = draft.journey().productId();
        if (product != null) {
            groups.put("product", products.texts(product, draft.language()));
        }
        return new ContentValues(groups, items, draft.campaign().fallbacks());
    }
}
