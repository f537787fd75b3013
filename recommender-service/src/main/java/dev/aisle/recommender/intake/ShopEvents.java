package dev.aisle.recommender.intake;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Review;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.storage.StoredText;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.interactions.Interaction;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PersonEvent;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads events of the shop. */
final class ShopEvents {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private ShopEvents() {}

    /** Why the event can't be taken; {@code null} when it can. */
    static @Nullable String violation(ShopEvent event) {
        for (Item item : event.getItemsList()) {
            String violation = violation(item);
            if (violation != null) {
                return violation;
            }
        }
        return StoredText.first(
                StoredText.idViolation("message_id", event.getMessageId()),
                StoredText.textViolation("domain", event.getDomain()),
                Pseudonym.isPseudonym(event.getPseudonym()) ? null : "pseudonym is none",
                event.hasOccurredAt() ? null : "occurred_at is missing",
                StoredText.timeViolation("occurred_at", event.getOccurredAt()));
    }

    private static @Nullable String violation(Item item) {
        return item.getProductId().isEmpty() ? null : StoredText.idViolation("product_id", item.getProductId());
    }

    /** The event as far as recommending is concerned. */
    static PersonEvent personEvent(ShopEvent event) {
        InteractionType type = typeOf(event);
        List<Interaction> interactions = type == null
                ? List.of()
                : event.getItemsList().stream()
                        .map(Item::getProductId)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .map(id -> interaction(event, type, id))
                        .filter(Interaction::isOfUse)
                        .toList();
        return new PersonEvent(event.getMessageId(), SeenConsent.of(event), interactions);
    }

    private static Interaction interaction(ShopEvent event, InteractionType type, String productId) {
        return new Interaction(
                event.getPseudonym(),
                productId,
                type,
                StoredText.instant(event.getOccurredAt()),
                event.getMessageId(),
                event.getConsentVersion(),
                type == InteractionType.PURCHASE ? paid(event, productId) : null,
                event.getDomain().isEmpty() ? null : event.getDomain(),
                circumstances(event.getContext()),
                event.getGrantedPurposesList().contains(Purpose.PERSONALIZATION),
                event.getGrantedPurposesList().contains(Purpose.MODEL_TRAINING));
    }

    private static Circumstances circumstances(Context context) {
        String country = context.getCountry();
        return new Circumstances(COUNTRY.matcher(country).matches() ? country : null, device(context.getDeviceClass()));
    }

    private static @Nullable String device(DeviceClass device) {
        return switch (device) {
            case DESKTOP, MOBILE, TABLET, APP -> device.name().toLowerCase(Locale.ROOT);
            case SERVER, DEVICE_CLASS_UNSPECIFIED, UNRECOGNIZED -> null;
        };
    }

    /** For all items of the product, in the currency of the first that has a price; without quantity one. */
    private static @Nullable Price paid(ShopEvent event, String productId) {
        double minor = 0;
        String currency = null;
        for (Item item : event.getItemsList()) {
            if (item.getProductId().equals(productId) && item.hasPrice()) {
                String own = item.getPrice().getCurrency();
                currency = currency == null ? own : currency;
                minor += own.equals(currency) ? item.getPrice().getMinorUnits() * quantity(item) : 0;
            }
        }
        return currency == null || currency.isEmpty() ? null : new Price(Math.round(minor), currency);
    }

    private static double quantity(Item item) {
        return item.hasQuantity() ? Math.max(0, item.getQuantity()) : 1;
    }

    private static @Nullable InteractionType typeOf(ShopEvent event) {
        return switch (event.getType()) {
            case PRODUCT_VIEW -> InteractionType.VIEW;
            case LIST_CLICK -> InteractionType.LIST_CLICK;
            case WISHLIST_ADD -> InteractionType.WISHLIST;
            case CART_ADD -> InteractionType.CART_ADD;
            case REVIEW -> isPraise(event.getReview()) ? InteractionType.REVIEW : null;
            case PURCHASE -> InteractionType.PURCHASE;
            default -> null;
        };
    }

    /** Who rates a product in the lower half doesn't want more of it. */
    private static boolean isPraise(Review review) {
        return review.getRatingMax() <= 0 || review.getRating() * 2 >= review.getRatingMax();
    }
}
