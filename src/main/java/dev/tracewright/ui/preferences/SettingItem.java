package dev.tracewright.ui.preferences;

import dev.tracewright.ui.Texts;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import org.controlsfx.control.PropertySheet;

/** One line of the property sheet, bound to a property of the preferences. */
final class SettingItem<T> implements PropertySheet.Item {
    private final String key;
    private final String category;
    private final Class<T> type;
    private final Property<T> property;

    SettingItem(String key, String category, Class<T> type, Property<T> property) {
        this.key = key;
        this.category = category;
        this.type = type;
        this.property = property;
    }

    @Override
    public Class<?> getType() {
        return type;
    }

    @Override
    public String getCategory() {
        return category;
    }

    @Override
    public String getName() {
        return Texts.of(key);
    }

    @Override
    public String getDescription() {
        return Texts.of(key + ".text");
    }

    @Override
    public Object getValue() {
        return property.getValue();
    }

    @Override
    public void setValue(Object value) {
        if (type.isInstance(value)) {
            property.setValue(type.cast(value));
        }
    }

    @Override
    public Optional<ObservableValue<? extends Object>> getObservableValue() {
        return Optional.of(property);
    }
}
