package dev.aisle.recommender.search;

import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.text.Languages;
import dev.aisle.text.TextModel;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** A product as the index has it. */
final class Documents {
    /** What stands later in a description adds nothing by which products are searched. */
    private static final int LONGEST_BODY = 4_000;

    private final String shopLanguage;

    Documents(String shopLanguage) {
        this.shopLanguage = shopLanguage;
    }

    Document of(Described product) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, product.productId(), Store.YES));
        Codes.of(product).forEach(code -> document.add(new StringField(Fields.CODE, code, Store.NO)));
        add(document, Fields.BRAND, product.brand());
        product.path().forEach(node -> add(document, Fields.CATEGORY, node));
        product.traits().attributes().forEach((name, value) -> add(document, Fields.ATTRIBUTES, value));
        String main = TextModel.of(product.title()) == TextModel.CHINESE ? "zh" : shopLanguage;
        addWording(document, main, product.title(), product.texts().description());
        product.texts().localized().forEach((tag, wording) -> {
            if (!wording.title().equals(product.title())) {
                addWording(document, Languages.of(tag), wording.title(), wording.description());
            }
        });
        return document;
    }

    private static void addWording(Document document, String language, String title, String description) {
        String body = description.length() <= LONGEST_BODY ? description : description.substring(0, LONGEST_BODY);
        for (Map.Entry<String, String> text :
                Map.of(Fields.TITLE, title, Fields.BODY, body).entrySet()) {
            add(document, text.getKey(), text.getValue());
            if (!language.equals(Languages.NEUTRAL)) {
                add(document, Fields.in(language, text.getKey()), text.getValue());
            }
        }
    }

    private static void add(Document document, String field, String text) {
        if (!text.isBlank()) {
            document.add(new TextField(field, text, Store.NO));
        }
    }
}
