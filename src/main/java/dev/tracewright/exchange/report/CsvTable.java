package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.analysis.DataTable.Row;
import dev.tracewright.analysis.Value;
import dev.tracewright.exchange.Csv;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a table for programs: figures as they were computed, without stars, rounding or words. */
final class CsvTable {
    private static final double LEAST_PLAIN = 1e-6;
    private static final double MOST_PLAIN = 1e15;

    private CsvTable() {}

    static String commas(DataTable table) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(table.columns().stream().map(column -> Printable.encodable(column.id())));
            for (Row row : table.rows()) {
                for (int i = 0; i < row.values().size(); i++) {
                    csv.print(Printable.encodable(
                            field(table.columns().get(i), row.values().get(i))));
                }
                csv.println();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String tabs(DataTable table) {
        StringBuilder text = new StringBuilder();
        line(text, table.columns().stream().map(column -> spreadsheet(column.head())));
        for (Row row : table.rows()) {
            line(
                    text,
                    row.values().stream()
                            .map(value -> value.number() == null ? spreadsheet(value.text()) : number(value.number())));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, java.util.stream.Stream<String> fields) {
        text.append(String.join("\t", fields.toList())).append('\n');
    }

    /** A spreadsheet takes a field that begins with a quotation mark as quoted, and looks for the other mark. */
    private static String spreadsheet(String text) {
        String field = Csv.forSpreadsheet(Printable.line(text));
        return field.startsWith("\"") ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }

    private static String field(Column column, Value value) {
        Double number = value.number();
        if (number != null) {
            return number(number);
        }
        return column.numeric() && value.text().equals(Value.NONE.text()) ? "" : value.text();
    }

    /**
     * The shortest digits that give the same number again, with a dot; without an exponent where that is readable; empty for what is
     * not a number.
     */
    static String number(double number) {
        double size = Math.abs(number);
        if (Double.isNaN(number)) {
            return "";
        }
        if (size == 0) {
            return "0";
        }
        if (size < LEAST_PLAIN || size >= MOST_PLAIN) {
            return Double.toString(number);
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
