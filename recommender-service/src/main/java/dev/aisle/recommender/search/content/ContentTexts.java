package dev.aisle.recommender.search.content;

import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductTexts.Wording;
import dev.aisle.text.TextModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the models read of a product. */
final class ContentTexts {
    /** More is not read: the models take 128 pieces. */
    private static final int LONGEST = 1_000;

    private ContentTexts() {}

    /**
     * For each model the product in its language: the wording that the shop gave in it, else the main one when it is written so. A product
     * in another language only stands in the English space, where some of its words are understood.
     */
    public static Map<TextModel, String> of(Described product) {
        Map<TextModel, String> texts = new EnumMap<>(TextModel.class);
        for (TextModel model : TextModel.values()) {
            Wording wording = wording(product, model);
            if (wording != null) {
                texts.put(model, text(wording, product));
            }
        }
        return texts;
    }

    private static @Nullable Wording wording(Described product, TextModel model) {
        for (Map.Entry<String, Wording> localized : product.texts().localized().entrySet()) {
            if (model.speaks(localized.getKey())
                    && !localized.getValue().title().isBlank()) {
                return localized.getValue();
            }
        }
        return TextModel.of(product.title()) == model
                ? new Wording(product.title(), product.texts().description())
                : null;
    }

    private static String text(Wording wording, Described product) {
        StringBuilder text = new StringBuilder(wording.title());
        if (!product.path().isEmpty()) {
            text.append(". ").append(String.join(", ", product.path().reversed()));
        }
        if (!product.brand().isBlank()) {
            text.append(". ").append(product.brand());
        }
        if (!wording.description().isBlank()) {
            text.append(". ").append(wording.description());
        }
        new TreeMap<>(product.traits().attributes())
                .forEach((name, value) ->
                        text.append(". ").append(name).append(' ').append(value));
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST);
    }
}
