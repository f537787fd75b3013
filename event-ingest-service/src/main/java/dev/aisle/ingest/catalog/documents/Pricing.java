package dev.aisle.ingest.catalog.documents;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.ingest.v1.PriceChange;
import dev.aisle.ingest.shared.values.Amounts;
import dev.aisle.ingest.shared.values.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The price of a product and the one before a reduction. */
final class Pricing {
    private static final String SALE_PERIOD = "salePriceEffectiveDate";
    private static final DateTimeFormatter GOOGLE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss][XXX][XX][X]", Locale.ROOT);

    private final Fields fields;
    private final Amounts amounts;
    private final Warnings warnings;

    Pricing(Fields fields, Terms terms, Warnings warnings) {
        this.fields = fields;
        this.amounts = Amounts.in(fields, terms.currency());
        this.warnings = warnings;
    }

    /** What the document says of the price at that moment; {@code null} when it says nothing. */
    @Nullable
    PriceChange at(Instant now) {
        Money price = amounts.readPrice(fields, "price");
        Money before = amounts.readPrice(fields, "listPrice");
        Money sale = amounts.readPrice(fields, "salePrice");
        if (price == null) {
            refuseWithoutPrice("listPrice", before);
            refuseWithoutPrice("salePrice", sale);
            return null;
        }
        boolean onSale = sale != null && sale.getMinorUnits() < price.getMinorUnits() && saleIsOn(now);
        PriceChange.Builder change = PriceChange.newBuilder().setPrice(onSale ? sale : price);
        Money reducedFrom = onSale && before == null ? price : before;
        if (reducedFrom == null) {
            return change.build();
        }
        if (reducedFrom.getMinorUnits() < change.getPrice().getMinorUnits()) {
            warnings.add("list-price-below-price", "listPrice", "left out: expected at least the price");
            return change.build();
        }
        return change.setListPrice(reducedFrom).build();
    }

    /** What the shop itself pays. */
    @Nullable
    Money cost() {
        return amounts.readPrice(fields, "cost");
    }

    private void refuseWithoutPrice(String name, @Nullable Money amount) {
        if (amount != null) {
            fields.faults().invalid("price", "expected a price beside " + name);
        }
    }

    /** "2026-11-01T00:00-0800/2026-11-30T23:59-0800"; without a period a sale price holds. */
    private boolean saleIsOn(Instant now) {
        String period = fields.text(SALE_PERIOD, 100).strip();
        if (period.isEmpty()) {
            return true;
        }
        int slash = period.indexOf('/');
        try {
            Instant from = time(period.substring(0, Math.max(0, slash)));
            Instant to = time(period.substring(slash + 1));
            return !now.isBefore(from) && now.isBefore(to);
        } catch (DateTimeException e) {
            warnings.add("sale-period", SALE_PERIOD, "sale price left out: expected two times as start/end");
            return false;
        }
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text.strip(), GOOGLE_TIME).toInstant();
    }
}
