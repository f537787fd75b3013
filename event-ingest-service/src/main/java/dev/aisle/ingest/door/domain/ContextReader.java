package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.TextGuard;
import dev.aisle.ingest.shared.values.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where an event happened, as coarse as is still of use: no address, no user agent, no query strings. */
final class ContextReader {
    private static final List<String> NEVER_KEPT = List.of("ip", "traits", "userAgent", "userAgentData");
    private static final int LANGUAGE_TAG = 35;
    private static final Pattern OF_SERVERS = Pattern.compile("node|java$|python|go|php|ruby");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private ContextReader() {}

    /** Fills in the context; the item's own entries win over the batch's. */
    static void read(Fields item, Arrival arrival, TextGuard guard, ShopEvent.Builder event) {
        JsonNode own = item.raw("context");
        if (!own.isMissingNode() && !own.isObject()) {
            item.faults().invalid("context", "expected a JSON object, or none");
            return;
        }
        for (String name : NEVER_KEPT) {
            if (!pick(own, arrival.context(), name).isMissingNode()) {
                event.addMinimisedFields("context." + name);
            }
        }
        Context.Builder context = event.getContextBuilder();
        page(below("page", own, arrival, guard), context);
        campaign(below("campaign", own, arrival, guard), context);
        String agent = textOf(pick(own, arrival.context(), "userAgent"), 500);
        DeviceClass device = deviceClass(own, arrival.context(), agent.toLowerCase(Locale.ROOT));
        context.setLocale(
                        guard.words("context.", "locale", textOf(pick(own, arrival.context(), "locale"), LANGUAGE_TAG)))
                .setTimezone(guard.words("context.", "timezone", textOf(pick(own, arrival.context(), "timezone"), 64)))
                .setDeviceClass(device)
                // An app of the shop rightly names itself, or its HTTP library.
                .setAutomated(device != DeviceClass.APP && Robots.areNamedBy(agent));
        String country = objectOf(pick(own, arrival.context(), "location")).clipped("country", 2);
        if (!country.isEmpty() && COUNTRY.matcher(country).matches()) {
            context.setCountry(country.toUpperCase(Locale.ROOT));
        }
    }

    /** The properties of a page call say more exactly what the context says of the page. */
    static void readPage(Fields properties, ShopEvent.Builder event) {
        page(properties, event.getContextBuilder());
    }

    private static void page(Fields page, Context.Builder context) {
        String path = page.clipped(page.has("path") ? "path" : "url", 1_000, Texts::pathOf);
        if (!path.isEmpty()) {
            context.setPagePath(path);
        }
        String title = page.clipped("title", Limits.NAME);
        if (!title.isEmpty()) {
            context.setPageTitle(title);
        }
        String referrer = page.clipped("referrer", 253, Texts::hostOf);
        if (!referrer.isEmpty()) {
            context.setReferrerDomain(referrer);
        }
    }

    private static void campaign(Fields campaign, Context.Builder context) {
        context.setCampaignSource(campaign.clipped("source", Limits.ID))
                .setCampaignMedium(campaign.clipped("medium", Limits.ID))
                .setCampaignName(campaign.clipped("name", Limits.ID));
    }

    private static DeviceClass deviceClass(JsonNode own, JsonNode shared, String agent) {
        String device =
                objectOf(pick(own, shared, "device")).clipped("type", 20).toLowerCase(Locale.ROOT);
        String library =
                objectOf(pick(own, shared, "library")).clipped("name", 60).toLowerCase(Locale.ROOT);
        if (device.equals("ios") || device.equals("android")) {
            return DeviceClass.APP;
        }
        if (agent.contains("ipad") || agent.contains("tablet")) {
            return DeviceClass.TABLET;
        }
        if (agent.contains("mobi")) {
            return DeviceClass.MOBILE;
        }
        if (agent.contains("mozilla/")) {
            return DeviceClass.DESKTOP;
        }
        return !library.isEmpty() && OF_SERVERS.matcher(library).find()
                ? DeviceClass.SERVER
                : DeviceClass.DEVICE_CLASS_UNSPECIFIED;
    }

    private static JsonNode pick(JsonNode own, JsonNode shared, String name) {
        JsonNode value = own.path(name);
        return value.isMissingNode() || value.isNull() ? shared.path(name) : value;
    }

    private static Fields below(String name, JsonNode own, Arrival arrival, TextGuard guard) {
        JsonNode node = pick(own, arrival.context(), name);
        return Fields.below("context." + name, node.isObject() ? node : MissingNode.getInstance(), new Faults(), guard);
    }

    /** What stands in a context describes; a wrong type there is no reason to lose the event. */
    private static Fields objectOf(JsonNode node) {
        return Fields.ofCall(node.isObject() ? node : MissingNode.getInstance(), new Faults());
    }

    private static String textOf(JsonNode node, int longest) {
        return node.isTextual() ? Texts.clip(Texts.wellFormed(node.asText()), longest) : "";
    }
}
