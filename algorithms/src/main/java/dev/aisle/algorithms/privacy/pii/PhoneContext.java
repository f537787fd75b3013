package dev.aisle.algorithms.privacy.pii;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words around a number say it is. */
enum PhoneContext {
    PHONE,
    SOMETHING_ELSE,
    UNKNOWN;

    private static final int WINDOW = 32;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern SAYS_PHONE = Pattern.compile(
            "\\b(?:(?:tele|smart|mobile ?)?phones?|tel|telefon\\w*|telephone|téléphone|teléfono|telefone|telefono|mobil\\w*|mobile|cell"
                    + "|cellulare|celular|móvil|movil|handy\\w*|rufnummer|portable|whats ?app|sms|fax|call(?: me| us)?|ring|dial|hotline"
                    + "|anrufen|reach me|text me|тел(?:ефон)?)\\b|电话|電話|手机|手機|携帯|联系方式|전화|휴대폰|โทร",
            FLAGS);
    private static final Pattern SAYS_NUMBER =
            Pattern.compile("\\b(?:number|nummer|numéro|número|numero) ?(?:is|ist|es|est|:)? ?$", FLAGS);
    private static final Pattern SAYS_SOMETHING_ELSE = Pattern.compile(
            "\\b(?:orders?|bestell\\w*|auftrag\\w*|commande|pedido|ordine|invoice|rechnung\\w*|facture|factura|receipt|sku|art|article|artikel\\w*"
                    + "|item|product|produkt\\w*|producto|produit|model|modell|modèle|modelo|part|teile\\w*|serial|ref|reference|tracking|sendung\\w*"
                    + "|parcel|isbn|issn|ean|upc|gtin|asin|mpn|batch|lot|code|version|ver|id|customer|kunden\\w*|account|konto\\w*|ticket|case"
                    + "|coupon|voucher|gutschein\\w*|price|preis|prix|precio|total|sum|amount|date|datum|year|size|po|pn|p/n|s/n)\\b"
                    + "|订单|訂單|货号|编号|[$€£¥₹]\\s?$|[#§]\\s?$",
            FLAGS);
    private static final Pattern UNIT_FOLLOWS = Pattern.compile(
            "\\s?(?:[$€£¥₹%°]|(?:eur|usd|gbp|chf|kg|g|mg|ml|l|cm|mm|m|km|gb|mb|tb|w|v|mah|px|pcs|stk|元)\\b)", FLAGS);

    /** What stands before a number, and a unit behind it; what was said last counts most. */
    static PhoneContext of(String text, int start, int end) {
        if (UNIT_FOLLOWS.matcher(text).region(end, text.length()).lookingAt()) {
            return SOMETHING_ELSE;
        }
        String before = text.substring(Math.max(0, start - WINDOW), start);
        int phone = lastEnd(SAYS_PHONE, before);
        int other = lastEnd(SAYS_SOMETHING_ELSE, before);
        if (other > phone) {
            return SOMETHING_ELSE;
        }
        return phone >= 0 || SAYS_NUMBER.matcher(before).find() ? PHONE : UNKNOWN;
    }

    private static int lastEnd(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (matcher.find()) {
            last = matcher.end();
        }
        return last;
    }
}
