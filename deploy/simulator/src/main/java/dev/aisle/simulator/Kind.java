package dev.aisle.simulator;

/** The assortment: what is sold, where it stands, what it costs in the middle, and when it is wanted. */
public enum Kind {
    MUGS("Home", "Kitchen", "Mugs", 1_200, Season.ADVENT),
    PANS("Home", "Kitchen", "Pans", 4_500, Season.NONE),
    KNIVES("Home", "Kitchen", "Knives", 3_800, Season.NONE),
    LAMPS("Home", "Living", "Lamps", 5_900, Season.WINTER),
    BLANKETS("Home", "Living", "Blankets", 3_400, Season.WINTER),
    CANDLES("Home", "Living", "Candles", 1_500, Season.ADVENT),
    SEEDS("Garden", "Planting", "Seeds", 350, Season.SPRING),
    POTS("Garden", "Planting", "Pots", 1_800, Season.SPRING),
    GRILLS("Garden", "Outdoor", "Grills", 14_900, Season.SUMMER),
    CHAIRS("Garden", "Outdoor", "Garden chairs", 6_900, Season.SUMMER),
    COFFEE("Food", "Drinks", "Coffee", 1_100, Season.NONE),
    TEA("Food", "Drinks", "Tea", 800, Season.WINTER),
    CHOCOLATE("Food", "Sweets", "Chocolate", 450, Season.ADVENT),
    PASTA("Food", "Pantry", "Pasta", 320, Season.NONE),
    BACKPACKS("Sport", "Travel", "Backpacks", 7_900, Season.SUMMER),
    BOTTLES("Sport", "Travel", "Bottles", 2_200, Season.SUMMER);

    private final String department;
    private final String category;
    private final String title;
    private final int typicalCents;
    private final Season season;

    Kind(String department, String category, String title, int typicalCents, Season season) {
        this.department = department;
        this.category = category;
        this.title = title;
        this.typicalCents = typicalCents;
        this.season = season;
    }

    public String department() {
        return department;
    }

    public String category() {
        return category;
    }

    public String title() {
        return title;
    }

    int typicalCents() {
        return typicalCents;
    }

    public Season season() {
        return season;
    }
}
