package dev.aisle.campaign.campaigns.content;

import dev.aisle.campaign.campaigns.content.TemplateSandbox.Checked;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.contracts.Keeps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Renders texts of campaigns. A template is parsed once for a version of its campaign. */
@ApplicationScoped
@Keeps(ofNobody = "templates of campaigns")
public class WriteTexts {
    /** More versions than run at once; what isn't used any more goes when that many are held. */
    private static final int MOST_VERSIONS = 2_000;

    private final TemplateSandbox sandbox;
    private final CampaignSettings settings;
    private final Map<String, Map<Source, TextTemplate>> held = new ConcurrentHashMap<>();

    WriteTexts(TemplateSandbox sandbox, CampaignSettings settings) {
        this.sandbox = sandbox;
        this.settings = settings;
    }

    private record Source(String text, boolean html) {}

    /**
     * A wording with all values put in.
     *
     * @param texts by name, as a definition calls them
     * @param missing values that are written as they are, aren't there and have no fall-back
     */
    public record Written(Map<String, String> texts, Set<String> missing) {}

    /** The values of a rendering: the shop's, a coupon and products. */
    public ContentValues values(
            Map<String, String> fallbacks, @Nullable String coupon, List<Map<String, String>> items) {
        Map<String, Map<String, String>> groups = new TreeMap<>();
        Map<String, String> shop = new TreeMap<>(Map.of("name", settings.shopName()));
        settings.shopUrl().ifPresent(url -> shop.put("url", url));
        groups.put("shop", shop);
        if (coupon != null) {
            groups.put("coupon", Map.of("code", coupon));
        }
        return new ContentValues(groups, items, fallbacks);
    }

    /** A plain text of a version ({@code welcome@3}), that was checked when it was saved. */
    public String text(String reference, String source, ContentValues values) {
        return template(reference, new Source(source, false)).render(values);
    }

    /** The same of HTML, where values are escaped. */
    public String html(String reference, String source, ContentValues values) {
        return template(reference, new Source(source, true)).render(values);
    }

    /**
     * All texts of a wording, without holding its templates.
     *
     * @throws ContentLimitException when one is cut off
     */
    public Written once(Map<String, String> sources, ContentValues values) {
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> missing = new TreeSet<>();
        sources.forEach((name, source) -> {
            TextTemplate template = parse(new Source(source, name.equals("html")));
            try {
                texts.put(name, template.render(values));
            } catch (ContentLimitException e) {
                throw new ContentLimitException(name + ": " + e.getMessage());
            }
            missing.addAll(template.missing(values));
        });
        return new Written(texts, missing);
    }

    private TextTemplate template(String reference, Source source) {
        if (source.text().indexOf('{') < 0) {
            return new TextTemplate(source.text(), null, Set.of());
        }
        if (held.size() > MOST_VERSIONS) {
            held.clear();
        }
        return held.computeIfAbsent(reference, _ -> new ConcurrentHashMap<>()).computeIfAbsent(source, this::parse);
    }

    private TextTemplate parse(Source source) {
        return switch (sandbox.check(source.text(), source.html())) {
            case Checked.Good good -> good.template();
            case Checked.Bad bad ->
                throw new IllegalStateException("A template that was saved can't be used: " + bad.problem());
        };
    }
}
