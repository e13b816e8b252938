"""Parts of the page that Streamlit does not have."""
