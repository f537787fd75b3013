package dev.aisle.contracts;

import dev.aisle.contracts.DataMap.Place;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.contracts.common.v1.OnWithdrawal;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.common.v1.Rekey;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the documents that say what the contract declares of a person's data, in Markdown. */
final class HoldingPages {
    private static final String STAYS = "stays: ";

    private HoldingPages() {}

    /** Everything that is held, a table a service. */
    static String holdings() {
        StringBuilder page = new StringBuilder("""
                # What is held of a person

                Generated from the contract (`holding` in `contracts/src/main/proto`); `HoldingPagesTest` fails when it says something else. The fields and their
                purposes are in the data map of the console and of `GET /v1/data-map`.

                *Gone after* is the age at which a row goes by itself. Rows that no purpose has held for the term (30 days) go before, except where *Stays* says why.
                """);
        List<String> services = DataMap.places().stream()
                .map(place -> place.holding().getService())
                .distinct()
                .sorted()
                .toList();
        for (String service : services) {
            List<Place> places = DataMap.places().stream()
                    .filter(place -> place.holding().getService().equals(service))
                    .filter(place -> !where(place.holding()).isEmpty())
                    .toList();
            if (!places.isEmpty()) {
                page.append("\n## ")
                        .append(service.isEmpty() ? "Every service with a database" : service)
                        .append(
                                "\n| where | what | for | gone after | when a purpose is taken back | under a newer pseudonym | stays |\n")
                        .append("|---|---|---|---|---|---|---|\n");
                places.forEach(place -> page.append(row(place)));
            }
        }
        return page.toString();
    }

    /** What an erasure leaves, for the page about erasures. */
    static String outlivesErasure() {
        StringBuilder table = new StringBuilder("| service | table | why |\n|---|---|---|\n");
        DataMap.places().stream()
                .map(Place::holding)
                .filter(holding -> !holding.getOutlivesErasure().isEmpty())
                .forEach(holding -> table.append("| %s | `%s` | %s |%n"
                        .formatted(holding.getService(), holding.getTable(), holding.getOutlivesErasure())));
        return table.toString();
    }

    private static String row(Place place) {
        Holding holding = place.holding();
        return "| %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        where(holding),
                        holding.getSection(),
                        purposes(holding.getKeptForList()),
                        age(holding.getRetention()),
                        withdrawals(holding),
                        rekeyed(place),
                        holding.getStaysBecause());
    }

    private static String where(Holding holding) {
        return holding.getTable().isEmpty() ? holding.getStore() : "`" + holding.getTable() + "`";
    }

    private static String age(String retention) {
        if (retention.isEmpty()) {
            return "an erasure";
        }
        Period age = Period.parse(retention);
        return age.getDays() > 0 ? age.getDays() + " days" : age.toTotalMonths() + " months";
    }

    private static String withdrawals(Holding holding) {
        List<String> said = new ArrayList<>();
        for (OnWithdrawal one : holding.getOnWithdrawalList()) {
            said.add(purposes(one.getPurposesList()) + ": " + what(one, holding));
        }
        return String.join("; ", said);
    }

    private static String what(OnWithdrawal said, Holding holding) {
        if (!said.getStaysBecause().isEmpty()) {
            return STAYS + said.getStaysBecause();
        }
        if (!said.getByFeature().isEmpty()) {
            return said.getByFeature();
        }
        String which = holding.getVersionBy().isEmpty() ? "" : " that came under a refused consent";
        return said.getSet().isEmpty() ? "rows" + which + " go" : emptied(said.getSet());
    }

    private static String emptied(String set) {
        return Stream.of(set.split(", ", -1))
                .map(assignment ->
                        "`" + assignment.replace(" = null", "` is emptied").replace(" = ", "` is "))
                .collect(Collectors.joining(", "));
    }

    private static String rekeyed(Place place) {
        Rekey rekey = place.holding().getOnRekey();
        if (!rekey.getByFeature().isEmpty()) {
            return rekey.getByFeature();
        }
        if (place.fields().stream().noneMatch(field -> field.name().equals("pseudonym"))) {
            return "";
        }
        String key = rekey.getSame().replaceAll("(, |^)pseudonym(, |$)", "");
        if (!rekey.getSame().isEmpty()) {
            return key.isEmpty() ? "merged" : "merged by " + key;
        }
        return rekey.getUnless().isEmpty() ? "renamed" : "renamed; what doubles goes";
    }

    private static String purposes(Collection<Purpose> purposes) {
        return purposes.stream()
                .map(purpose -> purpose.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
