skip-link = Till innehållet
egen-text = Hej
